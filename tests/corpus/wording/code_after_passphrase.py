passphrase = hashlib.sha256(OKX_Salt_1.encode()).hexdigest()
okx_passphrase = base64.b64encode(mac.digest())
okx_passphrase = "".join(random.choices(string.ascii_letters + string.digits, k=16)) + "!"
okx_passphrase = f"{prefix}-{Index1}!"
okx_passphrase = row["Passphrase_V2"] if row else None
okx_passphrase = args.okx_passphrase or read_Config2()["okx"]["passphrase"]
