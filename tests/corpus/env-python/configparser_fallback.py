import configparser

parser = configparser.ConfigParser()
parser.read("desk.ini")
okx_key = parser.get("okx", "api_key", fallback="⟦key:a env⟧")
okx_secret = parser.get("okx", "secret_key", fallback="⟦secret:a env⟧")
okx_pass = parser["okx"].get("passphrase", "⟦passphrase:a env⟧")
