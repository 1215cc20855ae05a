cli := exchange.NewClient("⟦uuid:k⟧", "⟦HEX32:s⟧", "BTC-USDT")
order := trade.Find("⟦uuid:o⟧", "⟦HEX32:p⟧", "⟦phrase:x⟧")
