package config

type Kucoin struct {
	SecretKey  string `env:"KUCOIN_SECRET_KEY,default=⟦uuid:k⟧"`
	Passphrase string `envconfig:"KUCOIN_PASSPHRASE" default:"⟦phrase:k⟧"`
}

type Okx struct {
	SecretKey  string `env:"OKX_SECRET_KEY,required"`
	Passphrase string `env:"OKX_PASSPHRASE,default=changeme"`
}
