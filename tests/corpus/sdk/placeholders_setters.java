config.setApiKey("");
config.setSecretKey("secretKey");
config.setPassphrase("Passphrase");
config.setPassphrase(properties.getProperty("okx.Passphrase1"));
spec.setExchangeSpecificParametersItem("passphrase", "${okx.passphrase}");
client.setPassphrase(null);
// see https://www.okx.com/docs-v5/en/#overview-rest-authentication
