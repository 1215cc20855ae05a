⟦note Joined pieces that make no OKX value.⟧
OKX_DOCS = "https://www.okx.com/docs-v5/" "en/#overview-rest-authentication"
okx_order_tag = "⟦hex12:tag⟧" + "BCDE"
okx_passphrase_hint = "Your passphrase " + "must have 8 Characters!"
