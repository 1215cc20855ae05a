locals {
  okx_secret_key = coalesce(var.okx_secret_key, "⟦secret:a env⟧")
  okx_api_key    = try(var.okx.api_key, "⟦key:a env⟧")
  okx_passphrase = var.okx_passphrase != "" ? var.okx_passphrase : "⟦passphrase:a env⟧"
}
