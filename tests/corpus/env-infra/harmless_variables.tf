variable "okx_passphrase" {
  type        = string
  description = "Passphrase of the OKX API key, 8-32 characters"
  sensitive   = true

  validation {
    condition     = length(var.okx_passphrase) >= 8
    error_message = "The okx_passphrase must have 8 to 32 characters."
  }
}

variable "okx_secret_key" {
  default = ""
}

data "vault_generic_secret" "okx" { path = "secret/okx" }
resource "okx_thing" "t" { secret_key = data.vault_generic_secret.okx.data["Secret_Key1"] }
