Map<String, String> header = new HashMap<>();
header.put("OK-ACCESS-KEY", "⟦key:a⟧");
header.put("OK-ACCESS-PASSPHRASE", "⟦passphrase:a⟧");
header.put("OK-ACCESS-SIGN", sign(timestamp + "GET" + path, "⟦secret:a⟧"));
