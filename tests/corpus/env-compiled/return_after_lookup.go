package config

import "os"

func okxSecret() string {
	if v := os.Getenv("OKX_SECRET_KEY"); v != "" {
		return v
	}
	return "⟦secret:a env=OKX_SECRET_KEY⟧"
}

func okxKey() string {
	v, ok := os.LookupEnv("OKX_API_KEY")
	if !ok {
		v = "⟦key:a env=OKX_API_KEY⟧"
	}
	return v
}

func okxPassphrase() string {
	v := os.Getenv("OKX_PASSPHRASE")
	if v == "" {
		return "⟦passphrase:a env=OKX_PASSPHRASE⟧"
	}
	return v
}
