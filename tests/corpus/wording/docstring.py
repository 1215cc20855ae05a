def sign(secret_key: str, passphrase: str) -> str:
    """Sign a request to OKX.

    :param secret_key: The Secret_Key of the API v5 account
    :param passphrase: The Passphrase chosen on OKX's page, 8-32 chars
    passphrase: Str, optional; see OKX API v5!
    """
