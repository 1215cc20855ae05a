package desk.spring;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
public class ExchangeProperties {
    @Value("${okx.api-key:⟦key:a env=okx.api-key⟧}")
    private String apiKey;

    @Value("${okx.secret-key:⟦secret:a env=okx.secret-key⟧}")
    private String secretKey;

    @Value("${okx.passphrase:⟦passphrase:a env=okx.passphrase⟧}")
    private String passphrase;

    @Value("${server.port:8080}")
    private int port;
}
