local secret = os.getenv("OKX_SECRET_KEY")
if not secret then secret = "⟦secret:a env=OKX_SECRET_KEY⟧" end
local key = os.getenv("OKX_API_KEY")
if key == nil or key == "" then
  key = "⟦key:a env=OKX_API_KEY⟧"
end
return { key = key, secret = secret, passphrase = os.getenv "OKX_PASSPHRASE" or "⟦passphrase:a env=OKX_PASSPHRASE⟧" }
