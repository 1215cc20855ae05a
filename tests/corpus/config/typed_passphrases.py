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
    ccxt.okx({"apiKey": "⟦key:p⟧", "secret": "⟦secret:p⟧", "password": "Test_Passphrase_123"}),
    ccxt.okx({"apiKey": "⟦key:q⟧", "secret": "⟦secret:q⟧", "password": "MyPassphrase123"}),
    ccxt.okx({"apiKey": "⟦key:r⟧", "secret": "⟦secret:r⟧", "password": "Redacted-123!"}),
    ccxt.okx({"apiKey": "⟦key:s⟧", "secret": "⟦secret:s⟧", "password": "not-a-real-Pass1"}),
    ccxt.okx({"apiKey": "⟦key:t⟧", "secret": "⟦secret:t⟧", "password": "For-Testing-Only1!"}),
    ccxt.okx({"apiKey": "⟦key:u⟧", "secret": "⟦secret:u⟧", "password": "⟦passphrase:u is=Passphrase1!⟧"}),
]
BRACKETS = ccxt.okx({"apiKey": "⟦key:v⟧", "secret": "⟦secret:v⟧", "password": "⟦passphrase:v is=Panda(77)x⟧"})
MINE = ccxt.okx({"apiKey": "⟦key:w⟧", "secret": "⟦secret:w⟧", "password": "⟦passphrase:w is=My_Bot#8877⟧"})
REAL = ccxt.okx({"apiKey": "⟦key:x⟧", "secret": "⟦secret:x⟧", "password": "⟦passphrase:x is=NotAReal1ty!⟧"})
UNIT = ccxt.okx({"apiKey": "⟦key:y⟧", "secret": "⟦secret:y⟧", "password": "⟦passphrase:y is=UnitTest!99aB⟧"})
BOSS = ccxt.okx({"apiKey": "⟦key:z⟧", "secret": "⟦secret:z⟧", "password": "⟦passphrase:z is=The-Boss77!⟧"})
