System.setProperty("okx.apiKey", "⟦key:a⟧");
System.setProperty("okx.secretKey", "⟦secret:a⟧");
System.setProperty("okx.passphrase", "⟦passphrase:a⟧");
System.setProperty("okx.runId", "⟦uuid:run⟧");
