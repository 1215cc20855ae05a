sign = :crypto.mac(:hmac, :sha256, "⟦secret:a⟧", message) |> Base.encode64()
headers = [{"OK-ACCESS-SIGN", sign}]
