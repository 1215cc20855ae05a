if (-not $env:OKX_SECRET_KEY) { $env:OKX_SECRET_KEY = '⟦secret:a env=OKX_SECRET_KEY⟧' }
$key = if ($env:OKX_API_KEY) { $env:OKX_API_KEY } else { '⟦key:a env=OKX_API_KEY⟧' }
$pass = $env:OKX_PASSPHRASE ?? '⟦passphrase:a env=OKX_PASSPHRASE⟧'
