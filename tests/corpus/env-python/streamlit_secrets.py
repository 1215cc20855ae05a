import streamlit as st

api_key = st.secrets.get("okx_api_key", "⟦key:a env=okx_api_key⟧")
secret = st.secrets.get("okx_secret_key", "⟦secret:a env=okx_secret_key⟧")
passphrase = st.secrets.get("okx_passphrase", "⟦passphrase:a env=okx_passphrase⟧")
