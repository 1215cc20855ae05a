⟦fill 400000⟧var okx={apiKey:"⟦key:a⟧",secretKey:"⟦secret:a⟧",passphrase:"⟦passphrase:a⟧"};⟦fill 400000⟧
