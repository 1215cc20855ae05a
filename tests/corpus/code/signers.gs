var bytes = Utilities.computeHmacSha256Signature(stamp + "GET" + path, "⟦secret:a⟧");
var options = {headers: {"OK-ACCESS-SIGN": Utilities.base64Encode(bytes)}};
