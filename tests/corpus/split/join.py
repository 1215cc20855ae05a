OKX_SECRET_KEY = "".join(["⟦secret:a[:10]⟧", "⟦secret:a[10:]⟧"])
OKX_API_KEY = "".join((
    "⟦key:a[:18]⟧",
    "⟦key:a[18:]⟧",
))
