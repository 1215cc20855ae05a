def okx_secret_key():
    return "⟦secret:a⟧"


def okx_run_label():
    return "⟦HEX32:run⟧"
