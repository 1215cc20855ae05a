$wort = '⟦passphrase:a⟧'
$headers = @{ 'OK-ACCESS-KEY' = '⟦key:a⟧'; 'OK-ACCESS-PASSPHRASE' = $wort }
