package config

type OKX struct {
	APIKey     string `env:"OKX_API_KEY" envDefault:"⟦key:a env=OKX_API_KEY⟧"`
	SecretKey  string `env:"OKX_SECRET_KEY" env-default:"⟦secret:a env=OKX_SECRET_KEY⟧"`
	Passphrase string `yaml:"passphrase" env:"OKX_PASSPHRASE" env-default:"⟦passphrase:a env=OKX_PASSPHRASE⟧"`
	Demo       bool   `env:"OKX_DEMO" envDefault:"false"`
}
