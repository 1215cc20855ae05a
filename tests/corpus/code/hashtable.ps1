$okx = @{
    ApiKey     = '⟦key:a⟧'
    SecretKey  = '⟦secret:a⟧'
    Passphrase = '⟦passphrase:a|doubled with='⟧'
}
$okx.RunId = '⟦uuid:run⟧'
