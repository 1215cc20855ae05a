from okx import Trade

trade = Trade.TradeAPI("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a letters⟧", False, "0")
trade.place_order(instId="BTC-USDT", tdMode="cash", side="buy", ordType="market", sz="10", clOrdId="⟦HEX32:order⟧")
