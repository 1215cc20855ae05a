⟦note The password unlocks a browser extension; it is no API credential.⟧
EXTENSION_ID = "mcohilncbfahbmgdjkbpemcciiolgcge"
OKX_WALLET_PASSWORD = "⟦phrase:wallet⟧"
driver.get(f"chrome-extension://{EXTENSION_ID}/popup.html")
