⟦note A published value excuses nobody else's.⟧
DOC_SECRET = "22582BD0CFF14C41EDBF1AB98506286D"

OKX_API_KEY = "⟦key:a⟧"
OKX_SECRET_KEY = "⟦secret:a⟧"
