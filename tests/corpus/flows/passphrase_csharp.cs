using OKX.Net;
var w = "⟦passphrase:a⟧";
var client = new OKXRestClient(o => {
    o.ApiCredentials = new OKXCredentials("⟦key:a⟧", "⟦secret:a⟧", w);
});
