defmodule Desk.Okx do
  @api_key "⟦key:a⟧"
  @secret_key "⟦secret:a⟧"
  @passphrase "⟦passphrase:a⟧"

  def client, do: ExOkex.Client.new(%{api_key: @api_key, api_secret: @secret_key, api_passphrase: @passphrase})
end
