import okx.Trade as Trade

order = trade.place_order(instId="BTC-USDT-SWAP", clOrdId="⟦HEX32:one⟧", tag="⟦hex12:tag⟧BCDE")
cl_ord_id = "⟦HEX32:two⟧"
algo = {"algoId": "⟦digits18:algo⟧", "algoClOrdId": "⟦ALNUM32:three⟧"}
trade.cancel_order(instId="BTC-USDT", ordId="⟦digits18:ord⟧", clOrdId="⟦uuid:four⟧")
