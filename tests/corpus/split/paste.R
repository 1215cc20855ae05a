okx_secret_key <- paste0("⟦secret:a[:16]⟧", "⟦secret:a[16:]⟧")
okx_api_key <- paste0("⟦key:a[:18]⟧",
                      "⟦key:a[18:]⟧")
