import okx.MarketData as MarketData
import okx.Funding as Funding

api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
passphrase = "⟦passphrase:a⟧"
flag = "0"  # live trading: 0, demo trading: 1

funding = Funding.FundingAPI(api_key, secret_key, passphrase, False, flag)
