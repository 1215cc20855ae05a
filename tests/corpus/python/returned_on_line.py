⟦file path=okx_client.py⟧
import okx
def get_keys(): return '⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧'
