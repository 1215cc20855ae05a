const char* okx_secret_key = "⟦secret:a[:16]⟧"
                             "⟦secret:a[16:]⟧";
const char* okx_api_key = "⟦key:a[:24]⟧" "⟦key:a[24:]⟧";
