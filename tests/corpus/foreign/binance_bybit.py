exchanges = {
    "binance": {"apiKey": "⟦alnum64:bk⟧", "secret": "⟦alnum64:bs⟧"},
    "bybit": {"apiKey": "⟦alnum18:yk⟧", "secret": "⟦alnum36:ys⟧"},
    "mexc": {"apiKey": "mx0⟦alnum15:mk⟧", "secret": "⟦hex32:ms⟧"},
    "bitmart": {"apiKey": "⟦hex40:tk⟧", "secret": "⟦hex64:ts⟧", "uid": "⟦letters8:memo⟧"},
    "okx": {"apiKey": "", "secret": "", "password": ""},
}
