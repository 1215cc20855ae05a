public class OkxKeys {
    public static String getApiKey() { return "⟦key:a⟧"; }
    public static String getSecretKey() { return "⟦secret:a⟧"; }
    public static String getPassphrase() { return "⟦passphrase:a⟧"; }
}
