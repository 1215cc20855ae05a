Map<String, String> okx = Map.of(
    "apiKey", "⟦key:a⟧",
    "secretKey", "⟦secret:a⟧",
    "passphrase", "⟦passphrase:a⟧");
okxHeaders.put("X-Request-Id", "⟦uuid:request⟧");
