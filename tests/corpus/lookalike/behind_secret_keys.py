from okx.Account import AccountAPI
from settings import api_key, secret_key
client = OkxClient(api_key, secret_key, "https://www.okx.com/Api5")
other = OkxClient(api_key, secret_key, "BTC-USDT-SWAP")
log = open_log(api_key, secret_key, "Okx-Log-2024.txt")
zone = OkxClient(api_key, secret_key, "Europe/Berlin")
