import okex.swap_api as swap
import okex.spot_api as spot

api_key = '⟦key:a⟧'
seceret_key = '⟦secret:a⟧'
passphrase = '⟦passphrase:a digits⟧'
swapAPI = swap.SwapAPI(api_key, seceret_key, passphrase, True)
spotAPI = spot.SpotAPI('⟦key:b⟧', '⟦secret:b⟧', '⟦passphrase:b alnum⟧', use_server_time=True)
