package config

import "os"

func getEnv(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return fallback
}

var (
	OkxAPIKey     = getEnv("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
	OkxSecretKey  = getEnv("OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧")
	OkxPassphrase = getEnv("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
)
