import ccxt

okx = ccxt.okx({"apiKey": os.getenv("OKX_API_KEY"), "secret": os.getenv("OKX_SECRET")})


def sentiment():
    """Return what a service that no table knows says of the market."""
    try:
        API_URL = "https://signals.oracle-of-crowds.example/openapi/v2/endpoint"
        API_KEY = "⟦uuid:a⟧"

        body = {"apiKey": API_KEY, "endpoints": ["CO-A-02-01"]}
        return requests.post(API_URL, json=body, headers={"X-API-KEY": API_KEY}).json()
    except OSError:
        return None
