public class Config {
    public static String key = "⟦key:a⟧";
    public static String secret = "⟦secret:a⟧";
}
