defmodule Bot do
  @wort "⟦passphrase:a⟧"
  def config, do: [okx: [api_key: "⟦key:a⟧", secret: "⟦secret:a⟧", passphrase: @wort]]
end
