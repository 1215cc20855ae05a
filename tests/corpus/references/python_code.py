import os

import streamlit as st

okx_passphrase = os.environ["OKX_Passphrase_1"]
okx_secret_key = st.secrets["okx_secret_key"]
passphrase = self.vault.load_Passphrase1(name)
okx_passphrase = settings.OKX_PASSPHRASE.get_secret_value()
headers = {"OK-ACCESS-PASSPHRASE": self.passphrase, "OK-ACCESS-KEY": api_key}
okx_passphrase = keyring.get_password("Okx-Service-1", "Passphrase")
okx_passphrase = getpass.getpass("OKX Passphrase (8-32): ")
