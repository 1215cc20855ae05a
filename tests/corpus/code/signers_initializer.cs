request.Headers.Add("OK-ACCESS-SIGN", Sign(text));
using var hmac = new HMACSHA256 { Key = Encoding.UTF8.GetBytes("⟦secret:a⟧") };
