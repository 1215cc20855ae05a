passphrase = input("Enter your OKX passphrase (8-32 Characters!): ")
st.text_input("OKX Passphrase", type="password", placeholder="Passphrase of your API key 1")
OKX_PASSPHRASE_LABEL = "OKX Passphrase (min. 8)"
OKX_PASSPHRASE_HELP = "Your OKX API passphrase, set when you created the key on page 2"
raise ValueError("okx passphrase: Must be 8-32 characters, 1 digit")
logger.error("OKX passphrase: %s", "Missing! Set OKX_PASSPHRASE 1st")
