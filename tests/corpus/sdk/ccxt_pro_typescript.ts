import { pro } from 'ccxt';

const exchange = new pro.myokx({ apiKey: "⟦key:a⟧", secret: "⟦secret:a⟧", password: "⟦passphrase:a with=`⟧" });
for (;;) {
  const orders = await exchange.watchOrders();
}
