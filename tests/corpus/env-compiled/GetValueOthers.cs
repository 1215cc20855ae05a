var secret = config.GetValue<string>("Kucoin:SecretKey", "⟦uuid:k⟧");
var pass = config.GetValue<string>("Kucoin:Passphrase", "⟦phrase:k⟧");
var okxPass = config.GetValue<string>("Okx:Passphrase", DefaultPassphrase1);
