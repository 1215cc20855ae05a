from web3 import Web3

KEYSTORE_PASSPHRASE = "⟦phrase:eth⟧"
PRIVATE_KEY = "0x⟦hex64:key⟧"
OKX_DEX = "https://web3.okx.com/api/v6/dex/aggregator/swap"
