public final class Config {
    static String secret() {
        String v = System.getenv("OKX_SECRET_KEY");
        if (v == null || v.isEmpty()) {
            return "⟦secret:a env=OKX_SECRET_KEY⟧";
        }
        return v;
    }

    static final String KEY = System.getenv("OKX_API_KEY") != null ? System.getenv("OKX_API_KEY") : "⟦key:a env=OKX_API_KEY⟧";
    static final String PASS = Objects.requireNonNullElse(System.getenv("OKX_PASSPHRASE"), "⟦passphrase:a env=OKX_PASSPHRASE⟧");
}
