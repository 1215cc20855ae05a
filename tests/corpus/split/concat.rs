const OKX_SECRET_KEY: &str = concat!("⟦secret:a[:16]⟧", "⟦secret:a[16:]⟧");
const OKX_API_KEY: &str = "⟦key:a[:18]⟧\
    ⟦key:a[18:]⟧";
