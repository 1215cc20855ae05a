okx_api_key = "⟦uuid1:time⟧"
OKX_REQUEST = uuid.UUID("⟦uuid:request⟧")
OKX_NAMESPACE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
