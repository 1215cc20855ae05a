OKX_BASE = "https://static.okx.com"
CACHE = {"ETag": "⟦HEX32:etag⟧", "x-amz-request-id": "⟦ALNUM16:amz⟧", "Content-MD5": "⟦HEX32:md5⟧"}
VERSION_HASH = "⟦HEX32:version⟧"
fingerprint = "⟦HEX32:print⟧"
