sign = :crypto.mac(:hmac, :sha256, "⟦HEX32:n⟧", message) |> Base.encode64()
headers = [{"X-SIGN", sign}]
