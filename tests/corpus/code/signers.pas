Bytes := THashSHA2.GetHMACAsBytes(Msg, '⟦secret:a⟧');
Request.CustomHeaders['OK-ACCESS-SIGN'] := TNetEncoding.Base64.EncodeBytesToString(Bytes);
