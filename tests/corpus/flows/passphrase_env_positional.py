import os
import okx.Funding as Funding
extra = "⟦passphrase:a⟧"
funding = Funding.FundingAPI(os.environ["OKX_KEY"], os.environ["OKX_SECRET"], extra, False, "0")
