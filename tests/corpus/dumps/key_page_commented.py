# okex
# apikey = "⟦key:a⟧"
# secretkey = "⟦secret:a⟧"
# IP = ""
# 备注名 = "desk"
# 权限 = "只读/交易"
import ccxt
