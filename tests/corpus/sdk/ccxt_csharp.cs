using ccxt;

var okx = new Okx(new Dictionary<string, object>() {
    { "apiKey", "⟦key:a⟧" },
    { "secret", "⟦secret:a⟧" },
    { "password", "⟦passphrase:a⟧" },
});
var balance = await okx.FetchBalance();
