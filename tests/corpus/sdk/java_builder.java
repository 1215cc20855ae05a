OkxClient client = OkxClient.builder()
    .apiKey("⟦key:a⟧")
    .secretKey("⟦secret:a⟧")
    .passphrase("⟦passphrase:a⟧")
    .simulated(true)
    .build();
