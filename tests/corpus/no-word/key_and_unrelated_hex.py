⟦note A UUID and 32 upper-case digits, but neither is called a key or a secret.⟧
order_uuid = "⟦uuid:order⟧"
checksum = "⟦HEX32:sum⟧"
session = {"id": "⟦uuid:session⟧", "etag": "⟦HEX32:etag⟧"}
