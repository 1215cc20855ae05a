options.ApiCredentials = new OKXApiCredentials("API-KEY", "API-SECRET", "API-PASSPHRASE");
options.ApiCredentials = new OKXCredentials("<key>", "<secret>", "<passphrase>");
api.SetApiCredentials("XXXXXXXX-API-KEY-XXXXXXXX", "XXXXXXXX-API-SECRET-XXXXXXXX", "XXXXXXXX-API-PASSPHRASE-XXXXXXXX");
var correlation = Guid.Parse("⟦uuid:correlation⟧");
