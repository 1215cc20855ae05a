std::string secret() {
    const char* v = std::getenv("OKX_SECRET_KEY");
    if (v == nullptr) return "⟦secret:a env=OKX_SECRET_KEY⟧";
    return v;
}
std::string key = std::getenv("OKX_API_KEY") ? std::getenv("OKX_API_KEY") : "⟦key:a env=OKX_API_KEY⟧";
#ifndef OKX_PASSPHRASE
#define OKX_PASSPHRASE "⟦passphrase:a env?⟧"
#endif
