request.Headers.Add("OK-ACCESS-SIGN", Convert.ToBase64String(hash));
var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes("⟦secret:a⟧"), text);
var sum = SHA256.HashData(Encoding.UTF8.GetBytes("⟦HEX32:n⟧"));
