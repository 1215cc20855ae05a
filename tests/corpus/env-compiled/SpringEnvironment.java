package desk.spring;

import org.springframework.core.env.Environment;

class OkxClientFactory {
    OkxClient create(Environment env) {
        return new OkxClient(
            env.getProperty("okx.apiKey", "⟦key:a env=okx.apiKey⟧"),
            env.getProperty("okx.secretKey", "⟦secret:a env=okx.secretKey⟧"),
            env.getProperty("okx.passphrase", String.class, "⟦passphrase:a env=okx.passphrase⟧"));
    }
}
