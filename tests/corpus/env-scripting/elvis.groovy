def apiKey = System.getenv("OKX_API_KEY") ?: "⟦key:a env=OKX_API_KEY⟧"
def secret = System.getenv('OKX_SECRET_KEY') ?: '⟦secret:a env=OKX_SECRET_KEY⟧'
def pass = System.getenv().getOrDefault('OKX_PASSPHRASE', '⟦passphrase:a env=OKX_PASSPHRASE⟧')
