import ccxt

CLIENTS = [
    ccxt.okx({"apiKey": "⟦key:a⟧", "secret": "⟦secret:a⟧", "password": "⟦passphrase:a is=Abc123456⟧"}),
    ccxt.okx({"apiKey": "⟦key:b⟧", "secret": "⟦secret:b⟧", "password": "⟦passphrase:b is=Password123⟧"}),
    ccxt.okx({"apiKey": "⟦key:c⟧", "secret": "⟦secret:c⟧", "password": "⟦passphrase:c is=88888888⟧"}),
    ccxt.okx({"apiKey": "⟦key:d⟧", "secret": "⟦secret:d⟧", "password": "⟦passphrase:d is=Test@1234⟧"}),
    ccxt.okx({"apiKey": "⟦key:e⟧", "secret": "⟦secret:e⟧", "password": "⟦passphrase:e is=Okx123456⟧"}),
    ccxt.okx({"apiKey": "⟦key:f⟧", "secret": "⟦secret:f⟧", "password": "⟦passphrase:f is=SuperSecret2024!⟧"}),
    ccxt.okx({"apiKey": "⟦key:g⟧", "secret": "⟦secret:g⟧", "password": "⟦passphrase:g is=MyTest2023@⟧"}),
    ccxt.okx({"apiKey": "⟦key:h⟧", "secret": "⟦secret:h⟧", "password": "⟦passphrase:h is=Sample.998a⟧"}),
    ccxt.okx({"apiKey": "⟦key:i⟧", "secret": "⟦secret:i⟧", "password": "⟦passphrase:i is=Hidden77!⟧"}),
    ccxt.okx({"apiKey": "⟦key:j⟧", "secret": "⟦secret:j⟧", "password": "⟦passphrase:j is=Real-Madrid7!⟧"}),
    ccxt.okx({"apiKey": "⟦key:k⟧", "secret": "⟦secret:k⟧", "password": "test_passphrase"}),
    ccxt.okx({"apiKey": "⟦key:l⟧", "secret": "⟦secret:l⟧", "password": "your_passphrase"}),
    ccxt.okx({"apiKey": "⟦key:m⟧", "secret": "⟦secret:m⟧", "password": "ChangeMe123!"}),
    ccxt.okx({"apiKey": "⟦key:n⟧", "secret": "⟦secret:n⟧", "password": "okx-pass-00000001"}),
    ccxt.okx({"apiKey": "⟦key:o⟧", "secret": "⟦secret:o⟧", "password": "<Passphrase1!>"}),
]
