locals {
  okx_api_key    = var.okx_api_key != "" ? var.okx_api_key : "⟦key:a env=okx_api_key⟧"
  okx_secret_key = try(var.okx_secret_key, "⟦secret:a env=okx_secret_key⟧")
  okx_passphrase = coalesce(var.okx_passphrase, "⟦passphrase:a env=okx_passphrase⟧")
}
