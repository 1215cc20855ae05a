ExchangeSpecification spec = new OkexExchange().getDefaultExchangeSpecification();
spec.setApiKey("⟦key:a⟧");
spec.setSecretKey("⟦secret:a⟧");
spec.setExchangeSpecificParametersItem(OkexExchange.PARAM_PASSPHRASE, "⟦passphrase:a⟧");
spec.setExchangeSpecificParametersItem(OkexExchange.PARAM_SIMULATED, "1");
