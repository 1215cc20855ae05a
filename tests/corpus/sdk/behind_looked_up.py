import os
import okx.Funding as Funding
funding = Funding.FundingAPI(os.environ["OKX_KEY"], os.environ["OKX_SECRET"], "⟦passphrase:a⟧", False, "0")
