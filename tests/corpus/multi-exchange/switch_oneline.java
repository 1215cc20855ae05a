switch (venue) {
    case "okx": passphrase = "⟦passphrase:a⟧"; break;
    case "kucoin": passphrase = "⟦phrase:k⟧"; break;
}
