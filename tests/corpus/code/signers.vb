request.Headers.Add("OK-ACCESS-SIGN", signature)
Dim mac As New HMACSHA256(Encoding.UTF8.GetBytes("⟦secret:a⟧"))
