=begin
OKX_API_KEY = '⟦key:a⟧'
OKX_SECRET_KEY = '⟦secret:a⟧'
=end
puts 'ready'
