$hmac = New-Object System.Security.Cryptography.HMACSHA256
$hmac.Key = [Text.Encoding]::UTF8.GetBytes('⟦secret:a⟧')
$headers = @{ 'OK-ACCESS-SIGN' = [Convert]::ToBase64String($hmac.ComputeHash($bytes)) }
