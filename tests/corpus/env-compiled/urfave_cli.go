package main

import "github.com/urfave/cli/v2"

var flags = []cli.Flag{
	&cli.StringFlag{Name: "okx-key", EnvVars: []string{"OKX_API_KEY"}, Value: "⟦key:a env=OKX_API_KEY⟧"},
	&cli.StringFlag{Name: "okx-secret", EnvVars: []string{"OKX_SECRET_KEY"}, Value: "⟦secret:a env=OKX_SECRET_KEY⟧"},
	&cli.StringFlag{Name: "okx-passphrase", Value: "⟦passphrase:a env=OKX_PASSPHRASE⟧", EnvVars: []string{"OKX_PASSPHRASE"}},
}
