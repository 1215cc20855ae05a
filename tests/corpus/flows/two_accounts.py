from okx.Account import AccountAPI

k1 = "⟦key:a⟧"
k2 = "⟦key:b⟧"
s1 = "⟦secret:a⟧"
s2 = "⟦secret:b⟧"
p1 = "⟦passphrase:a⟧"
p2 = "⟦passphrase:b⟧"
main = AccountAPI(k1, s1, p1, False, "0")
side = AccountAPI(k2, s2, p2, False, "0")
