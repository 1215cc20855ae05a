OKX_API_KEY = "your-api-key-here"
OKX_SECRET_KEY = "YOUR_OKX_SECRET_HERE_FOR_LOCAL_TESTING"
OKX_PASSPHRASE = "YourOkxPassphrase1"

okx = {"apiKey": "insert_api_key_here", "secret": "apiSecretHere", "password": "yourApiPassHere"}
account2 = {"apiPass": "anotherAccountPass", "passphrase": "my-Passphrase-1"}
