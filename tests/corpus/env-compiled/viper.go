package main

import "github.com/spf13/viper"

func init() {
	viper.SetEnvPrefix("desk")
	viper.SetDefault("okx.api_key", "⟦key:a env=okx.api_key⟧")
	viper.SetDefault("okx.secret_key", "⟦secret:a env=okx.secret_key⟧")
	viper.SetDefault("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
	viper.SetDefault("log.level", "info")
}
