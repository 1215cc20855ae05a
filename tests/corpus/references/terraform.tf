provider "okx" {
  api_key    = var.okx_api_key
  secret_key = data.aws_secretsmanager_secret_version.okx.secret_string
  passphrase = local.okx["Passphrase1"]
}
