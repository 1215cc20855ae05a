var creds = okx.Credentials{APIKey: "k", SecretKey: "s", Passphrase: "p"}
var demo = okx.Credentials{APIKey: "key", SecretKey: "secret", Passphrase: "pass"}
var okxPass = "Demo-pass1"
var dummy = okx.Credentials{APIKey: "OKXKEY123456", SecretKey: "FILEKEY123456789", Passphrase: "Okx-pass-00000001"}
