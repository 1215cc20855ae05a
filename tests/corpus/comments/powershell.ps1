<#
$env:OKX_API_KEY = "⟦key:a⟧"
$env:OKX_SECRET_KEY = "⟦secret:a⟧"
#>
Write-Host "ready"
