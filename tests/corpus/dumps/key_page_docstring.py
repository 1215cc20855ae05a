"""
API Key: ⟦key:a⟧
Secret Key: ⟦secret:a⟧
Passphrase: ⟦passphrase:a⟧

OKX demo trading, permissions Read + Trade
"""
import okx.Trade
