locals {
  wort = "⟦passphrase:a⟧"
}
resource "x" "okx" {
  okx_api_key = "⟦key:a⟧"
  okx_secret_key = "⟦secret:a⟧"
  okx_passphrase = local.wort
}
