package desk.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.inject.ConfigProperty;

public class OkxResource {
    @ConfigProperty(name = "okx.api-key", defaultValue = "⟦key:a env=okx.api-key⟧")
    String apiKey;

    @ConfigProperty(name = "okx.secret-key", defaultValue = "⟦secret:a env=okx.secret-key⟧")
    String secretKey;

    @ConfigProperty(defaultValue = "⟦passphrase:a env=okx.passphrase⟧", name = "okx.passphrase")
    String passphrase;
}
