⟦file path=okx_client.py⟧
import okx
def build_client():
    return '⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧'
