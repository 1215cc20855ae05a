from exchanges.http import HTTPOkx
from libokx import connect

SECRET_KEY = "⟦secret:a⟧"
PASSPHRASE = "⟦passphrase:a⟧"

account = HTTPOkx(connect(), SECRET_KEY, PASSPHRASE)
