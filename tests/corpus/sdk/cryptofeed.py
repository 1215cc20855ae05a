from cryptofeed import FeedHandler
from cryptofeed.exchanges import OKX

fh = FeedHandler()
fh.add_feed(OKX(config={"okx": {"key_id": "⟦key:a⟧", "key_secret": "⟦secret:a⟧", "key_passphrase": "⟦passphrase:a⟧"}}))
