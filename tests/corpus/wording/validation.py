if len(okx_passphrase) < 8:
    raise ValueError("OKX passphrase must have 8 to 32 characters")
okx_passphrase_error = "Passphrase: 8-32 Characters!"
