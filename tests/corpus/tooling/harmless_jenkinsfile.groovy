pipeline {
  environment {
    OKX_API_KEY = credentials('okx-api-key')
    OKX_SECRET_KEY = credentials("Okx-Secret-Key-1")
    OKX_PASSPHRASE = "${env.OKX_PASSPHRASE_V2}"
    BUILD_UUID = '⟦uuid:build⟧'
  }
}
