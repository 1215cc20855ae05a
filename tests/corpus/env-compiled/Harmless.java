package desk.spring;

public class OkxSettings {
    @Value("${okx.api-key:}")
    private String apiKey;

    @Value("${okx.secret-key}")
    private String secretKey;

    @Value("${okx.passphrase:your-passphrase}")
    private String passphrase;

    static final String PASSPHRASE_PROPERTY = "okx.api.v5.Passphrase";
    static final String SECRET_ENV = System.getenv().getOrDefault("OKX_SECRET_KEY", "");
}
