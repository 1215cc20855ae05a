namespace Okex.Net.Examples;
var result = await okexClient.WithdrawAsync("BTC", 10m, Destination.Address, "toAddress", "password", 1.0m, "Usdt-Trc20");
