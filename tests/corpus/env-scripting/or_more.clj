(def okx
  {:api-key (or (env :okx-api-key)
                "⟦key:a env=okx-api-key⟧")
   :secret-key (if-let [v (System/getenv "OKX_SECRET_KEY")] v "⟦secret:a env=OKX_SECRET_KEY⟧")
   :passphrase (get-in config [:okx :passphrase] "⟦passphrase:a env⟧")})
