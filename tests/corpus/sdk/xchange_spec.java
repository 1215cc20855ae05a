ExchangeSpecification spec = new OkexExchange().getDefaultExchangeSpecification();
spec.setApiKey("⟦key:a⟧");
spec.setSecretKey("⟦secret:a⟧");
spec.setExchangeSpecificParametersItem("passphrase", "⟦passphrase:a⟧");
spec.setUserName("desk");
Exchange exchange = ExchangeFactory.INSTANCE.createExchange(spec);
