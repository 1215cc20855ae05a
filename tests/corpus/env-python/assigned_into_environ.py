import os

os.environ["OKX_API_KEY"] = "⟦key:a⟧"
os.environ["OKX_SECRET_KEY"] = "⟦secret:a⟧"
os.environ['OKX_PASSPHRASE'] = '⟦passphrase:a with=$#⟧'
os.environ["HTTPS_PROXY"] = "http://127.0.0.1:7890"
