package config

import "os"

func kucoinSecret() string {
	if v := os.Getenv("KUCOIN_SECRET_KEY"); v != "" {
		return v
	}
	return "⟦uuid:k⟧"
}

func kucoinPassphrase() string {
	v := os.Getenv("KUCOIN_PASSPHRASE")
	if v == "" {
		return "⟦phrase:k⟧"
	}
	return v
}

func okxPassphrase() string {
	v := os.Getenv("OKX_PASSPHRASE")
	if v == "" {
		return os.Getenv("OKX_API_PASSPHRASE")
	}
	return v
}

func traceID() string {
	if v := os.Getenv("TRACE_ID"); v != "" {
		return v
	}
	return "⟦uuid:t⟧"
}
