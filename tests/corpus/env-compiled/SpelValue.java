@Component
public class OkxClient {
    @Value("#{systemEnvironment['OKX_API_KEY'] ?: '⟦key:a env=OKX_API_KEY⟧'}")
    private String apiKey;

    @Value("#{environment.OKX_SECRET_KEY ?: '⟦secret:a env=OKX_SECRET_KEY⟧'}")
    private String secretKey;

    @Value("#{systemProperties['okx.passphrase'] ?: '⟦passphrase:a env=okx.passphrase⟧'}")
    private String passphrase;
}
