⟦note The address of a gateway: what else it takes tells that the key is OKX's.⟧
import okx.Trade as Trade

BASE_URL = "https://gateway.house.example"
API_KEY = "⟦key:a⟧"
SECRET_KEY = os.environ["SECRET_KEY"]
PASSPHRASE = os.environ["PASSPHRASE"]
