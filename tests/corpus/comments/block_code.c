/* static const char *okx_key = "⟦key:a⟧";
   static const char *okx_secret = "⟦secret:a⟧";
   static const char *okx_passphrase = "⟦passphrase:a⟧"; */
