RSpec.describe Okx do
  let(:api_key) { '⟦key:a⟧' }
  let(:secret_key) { '⟦secret:a⟧' }
  let(:passphrase) { '⟦passphrase:a⟧' }
end
