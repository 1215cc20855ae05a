public class OkxMain {
    private static final String API_KEY = "⟦key:a⟧";
    private static final String SECRET_KEY = "⟦secret:a⟧";
    private static final String ZAUBER = "⟦passphrase:a⟧";
    public static void main(String[] args) {
        APIConfiguration config = new APIConfiguration();
        config.setEndpoint("https://www.okx.com/");
        config.setApiKey(API_KEY);
        config.setSecretKey(SECRET_KEY);
        config.setPassphrase(ZAUBER);
    }
}
