import os
import subprocess

env = {**os.environ, "OKX_API_KEY": "⟦key:a⟧", "OKX_SECRET_KEY": "⟦secret:a⟧", "OKX_PASSPHRASE": "⟦passphrase:a⟧"}
subprocess.run(["python", "-m", "desk.rebalance"], env=env, check=True)
