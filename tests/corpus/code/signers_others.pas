Bytes := THashSHA2.GetHMACAsBytes(Msg, '⟦HEX32:n⟧');
Request.CustomHeaders['X-SIGN'] := TNetEncoding.Base64.EncodeBytesToString(Bytes);
