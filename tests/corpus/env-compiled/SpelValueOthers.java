@Component
public class KucoinClient {
    @Value("#{systemEnvironment['KUCOIN_SECRET'] ?: '⟦uuid:k⟧'}")
    private String secretKey;

    @Value("#{systemEnvironment['KUCOIN_PASSPHRASE'] ?: '⟦phrase:k⟧'}")
    private String passphrase;

    @Value("#{systemEnvironment['OKX_PASSPHRASE'] ?: null}")
    private String okxPassphrase;
}
