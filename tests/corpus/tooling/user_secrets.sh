dotnet user-secrets init
dotnet user-secrets set "Okx:ApiKey" "⟦key:a⟧"
dotnet user-secrets set "Okx:SecretKey" "⟦secret:a⟧"
dotnet user-secrets set "Okx:Passphrase" "⟦passphrase:a⟧"
