var api = new OkxRestApiClient();
api.SetApiCredentials("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧");

var socket = new OkxWebSocketApiClient(new OkxWebSocketApiOptions
{
    ApiCredentials = new OkxApiCredentials("⟦key:b⟧", "⟦secret:b⟧", "⟦passphrase:b⟧"),
});
