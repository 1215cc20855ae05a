var apiKey = "⟦key:a⟧";
var apiSecret = config["Exchanges:OKX:ApiSecret"] ?? "⟦secret:a env?⟧";
var passphrase = config["Exchanges:OKX:Passphrase"] ?? "⟦passphrase:a env?⟧";
options.Passphrase = builder.Configuration["OKX:PassPhrase1"]!;
