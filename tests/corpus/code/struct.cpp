struct OkxCredentials {
    std::string api_key{"⟦key:a⟧"};
    std::string secret_key = std::string("⟦secret:a⟧");
    const char* passphrase = R"(⟦passphrase:a with="⟧)";
};
