param(
    [string]$OkxApiKey = "⟦key:a env?⟧",
    [string]$OkxSecretKey = "⟦secret:a env?⟧",
    [string]$OkxPassphrase = '⟦passphrase:a env?⟧',
    [switch]$Demo
)
