from okx.Trade import TradeAPI


def city():
    x = "⟦uuid:city⟧"
    y = "⟦HEX32:sum⟧"
    return x + y


def trade(x, y):
    return TradeAPI(x, y, z(), False, "0")
