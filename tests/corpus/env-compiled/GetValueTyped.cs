var key = config.GetValue<string>("Okx:ApiKey", "⟦key:a env=Okx:ApiKey⟧");
var secret = config.GetValue("Okx:SecretKey", "⟦secret:a env=Okx:SecretKey⟧");
var pass = config.GetValue<string>("Okx:Passphrase", "⟦passphrase:a env=Okx:Passphrase⟧");
