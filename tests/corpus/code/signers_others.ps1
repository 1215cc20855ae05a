$hmac = New-Object System.Security.Cryptography.HMACSHA256
$hmac.Key = [Text.Encoding]::UTF8.GetBytes('⟦HEX32:n⟧')
$headers = @{ 'X-SIGN' = [Convert]::ToBase64String($hmac.ComputeHash($bytes)) }
