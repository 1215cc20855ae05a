package config

type Spec struct {
	OkxKey        string `envconfig:"OKX_KEY" default:"⟦key:a env=OKX_KEY⟧"`
	OkxSecret     string `envconfig:"OKX_SECRET" default:"⟦secret:a env=OKX_SECRET⟧"`
	OkxPassphrase string `default:"⟦passphrase:a env=OKX_PASSPHRASE⟧" envconfig:"OKX_PASSPHRASE"`
	Workers       int    `default:"4"`
}
