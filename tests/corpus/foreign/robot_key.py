import okx.Trade as Trade

key = "⟦uuid:robot⟧"  # wecom
trade = Trade.TradeAPI(os.getenv("OKX_KEY"), os.getenv("OKX_SECRET"), os.getenv("OKX_PASSPHRASE"), False, "0")
orders = trade.get_order_list()


def tell(text):
    requests.post(f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={key}", json=text)
