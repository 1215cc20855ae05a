function passphrase(exchange: string): string {
  switch (exchange) {
    case "okx":
      return "⟦passphrase:a⟧";
    case "kucoin":
      return "⟦phrase:k⟧";
    default:
      return "";
  }
}
