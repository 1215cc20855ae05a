import com.okcoin.commons.okex.open.api.config.APIConfiguration;

public class BaseTests {
    public APIConfiguration config() {
        APIConfiguration config = new APIConfiguration();
        config.setEndpoint("https://www.okex.com/");
        config.setApiKey("⟦key:a⟧");
        config.setSecretKey("⟦secret:a⟧");
        config.setPassphrase("⟦passphrase:a digits⟧");
        config.setPrint(true);
        return config;
    }
}
