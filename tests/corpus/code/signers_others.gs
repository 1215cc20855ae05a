var bytes = Utilities.computeHmacSha256Signature(stamp + "GET" + path, "⟦HEX32:n⟧");
var options = {headers: {"X-SIGN": Utilities.base64Encode(bytes)}};
