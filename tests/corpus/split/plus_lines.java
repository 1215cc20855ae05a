static final String OKX_SECRET_KEY = "⟦secret:a[:8]⟧"
    + "⟦secret:a[8:20]⟧"
    + "⟦secret:a[20:]⟧";
static final String OKX_API_KEY = "⟦key:a[:20]⟧" +
    "⟦key:a[20:]⟧";
