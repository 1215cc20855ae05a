dotnet user-secrets set "Kucoin:SecretKey" "⟦HEX32:n⟧"
dotnet user-secrets set "Okx:OrderId" "⟦uuid:n⟧"
dotnet user-secrets set "Okx:Passphrase" "YOUR-PASSPHRASE"
git add "okx passphrase.txt" "Notes (2024).txt"
