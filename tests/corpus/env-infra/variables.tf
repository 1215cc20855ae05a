variable "okx_api_key" {
  type    = string
  default = "⟦key:a env?⟧"
}

variable "okx_secret_key" {
  description = "secret key of the OKX account"
  type        = string
  sensitive   = true
  default     = "⟦secret:a env?⟧"
}

variable "okx_passphrase" {
  default = "⟦passphrase:a env?⟧"
}
