package config

type Okx struct {
	APIKey     string `env:"OKX_API_KEY,default=⟦key:a env=OKX_API_KEY⟧"`
	SecretKey  string `env:"OKX_SECRET_KEY, default=⟦secret:a env=OKX_SECRET_KEY⟧" json:"-"`
	Passphrase string `envconfig:"OKX_PASSPHRASE" default:"⟦passphrase:a env=OKX_PASSPHRASE⟧"`
}
