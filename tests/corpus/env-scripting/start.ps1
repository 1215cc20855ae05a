$ApiKey = if ($env:OKX_API_KEY) { $env:OKX_API_KEY } else { "⟦key:a env=OKX_API_KEY⟧" }
$Secret = $env:OKX_SECRET_KEY ?? "⟦secret:a env=OKX_SECRET_KEY⟧"
if (-not $env:OKX_PASSPHRASE) { $env:OKX_PASSPHRASE = '⟦passphrase:a env=OKX_PASSPHRASE⟧' }
dotnet run --project Desk
