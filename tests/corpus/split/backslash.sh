export OKX_SECRET_KEY=⟦secret:a[:16]⟧\
⟦secret:a[16:]⟧
export OKX_API_KEY="⟦key:a[:18]⟧"'⟦key:a[18:]⟧'
