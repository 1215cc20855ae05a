import argparse
import os

parser = argparse.ArgumentParser(description="Rebalance the OKX sub-account")
parser.add_argument("--okx-api-key", default="⟦key:a env?⟧")
parser.add_argument("--okx-secret-key", type=str, default=os.getenv("OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧"))
parser.add_argument("--okx-passphrase", default="⟦passphrase:a env?⟧", help="API passphrase")
parser.add_argument("--inst-id", default="BTC-USDT-SWAP")
