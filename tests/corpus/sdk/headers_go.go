req.Header.Set("OK-ACCESS-KEY", "⟦key:a⟧")
req.Header.Set("OK-ACCESS-SIGN", sign(ts+"GET"+path, "⟦secret:a⟧"))
req.Header.Add("OK-ACCESS-PASSPHRASE", "⟦passphrase:a⟧")
