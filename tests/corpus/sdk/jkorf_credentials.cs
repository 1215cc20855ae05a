using OKX.Net.Clients;
using OKX.Net.Objects;

var client = new OKXRestClient(options =>
{
    options.ApiCredentials = new OKXApiCredentials("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧");
    options.RateLimiterEnabled = true;
});
