switch (name) {
case "okx":
  config.apiKey = "⟦key:a⟧";
  config.secret = "⟦secret:a⟧";
  config.passphrase = "⟦passphrase:a⟧";
  break;
case "kucoin":
  config.apiKey = "⟦hex32:k⟧";
  config.secret = "⟦uuid:k⟧";
  config.passphrase = "⟦phrase:k⟧";
  break;
}
