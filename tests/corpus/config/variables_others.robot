*** Variables ***
${OKX_API_KEY}    ⟦key:a⟧
${OKX_SECRET_KEY}    ⟦secret:a⟧
${OKX_PASSPHRASE}    Get Environment Variable    OKX_PASSPHRASE
${OKX_PASSPHRASE}    %{OKX_PASSPHRASE}
