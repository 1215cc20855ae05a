#include <cstdlib>
#include <string>

static std::string env_or(const char* name, const char* fallback) {
    const char* v = std::getenv(name);
    return v ? v : fallback;
}

const std::string kOkxKey = env_or("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧");
const std::string kOkxSecret = std::getenv("OKX_SECRET_KEY") ? std::getenv("OKX_SECRET_KEY") : "⟦secret:a env=OKX_SECRET_KEY⟧";
const auto kOkxPassphrase = env_or("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧");
