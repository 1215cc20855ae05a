import static org.knowm.xchange.okex.OkexExchange.PARAM_PASSPHRASE;

spec.setApiKey("⟦key:a⟧");
spec.setSecretKey("⟦secret:a⟧");
spec.setExchangeSpecificParametersItem(PARAM_PASSPHRASE, "⟦passphrase:a⟧");
