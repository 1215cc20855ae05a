public final class Config {
    static String secret() {
        String v = System.getenv("KUCOIN_SECRET");
        if (v == null) return "⟦uuid:k⟧";
        return v;
    }

    static String phrase() {
        String v = System.getenv("KUCOIN_PASSPHRASE");
        if (v == null) {
            return "⟦phrase:k⟧";
        }
        return v;
    }

    static String okxPassphrase() {
        String v = System.getenv("OKX_PASSPHRASE");
        if (v == null) throw new IllegalStateException("E-1042: OKX_PASSPHRASE");
        return v;
    }

    static String requestId() {
        String v = System.getenv("OKX_REQUEST_ID");
        if (v == null) return "⟦uuid:r⟧";
        return v;
    }
}
