package desk.micronaut;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

@Singleton
public class OkxGateway {
    private final String key;

    public OkxGateway(@Value("${okx.api-key:`⟦key:a env=okx.api-key⟧`}") String key,
                      @Value("${okx.secret:⟦secret:a env=okx.secret⟧}") String secret,
                      @Value("${okx.passphrase:⟦passphrase:a env=okx.passphrase⟧}") String phrase) {
        this.key = key;
    }
}
