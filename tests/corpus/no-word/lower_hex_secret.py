⟦note Lower-case digits are nobody's OKX secret.⟧
api_key = "⟦uuid:k⟧"
secret_key = "⟦hex32:s⟧"
