package config

type OKX struct {
	APIKey     string `env:"OKX_API_KEY,required" json:"api_key"`
	SecretKey  string `env:"OKX_SECRET_KEY" envDefault:"" json:"secret_key"`
	Passphrase string `env:"OKX_PASSPHRASE,notEmpty" validate:"min=8,max=32" json:"passphrase"`
}

var ErrPassphrase = errors.New("OKX_PASSPHRASE: 8-32 characters, 1 digit, 1 Upper, 1 special")
