package desk;

import java.util.Optional;

public final class OkxKeys {
    static final String API_KEY = System.getenv().getOrDefault("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧");
    static final String SECRET_KEY =
        Optional.ofNullable(System.getenv("OKX_SECRET_KEY")).orElse("⟦secret:a env=OKX_SECRET_KEY⟧");
    static final String PASSPHRASE = System.getProperty("okx.passphrase", "⟦passphrase:a env=okx.passphrase⟧");
}
