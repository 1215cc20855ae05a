(def okx {:api-key "⟦key:a⟧"
          :secret-key "⟦secret:a⟧"
          :passphrase "⟦passphrase:a⟧"
          :run-id #uuid "⟦uuid:run⟧"})
