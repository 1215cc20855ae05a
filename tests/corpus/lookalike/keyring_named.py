import okx.Trade
passphrase=keyring.get_password('OKX Passphrase', 'Bob-Main1')
