(def secret-key (or (System/getenv "KUCOIN_SECRET") "⟦uuid:k⟧"))
(def passphrase (get (System/getenv) "KUCOIN_PASSPHRASE" "⟦phrase:k⟧"))
(def okx-passphrase (or (System/getenv "OKX_PASSPHRASE") (System/getenv "OKX_API_PASSPHRASE1")))
