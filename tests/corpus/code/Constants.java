public final class OkxConstants {
    private static final String API_KEY = "⟦key:a⟧";
    private static final String SECRET_KEY = "⟦secret:a⟧";
    private static final String PASS_PHRASE = "⟦passphrase:a⟧";
    private static final long serialVersionUID = 1L;
}
