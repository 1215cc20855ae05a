request.Headers.Add("X-SIGN", signature)
Dim mac As New HMACSHA256(Encoding.UTF8.GetBytes("⟦HEX32:n⟧"))
