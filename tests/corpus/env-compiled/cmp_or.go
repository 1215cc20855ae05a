package main

import (
	"cmp"
	"os"
)

var (
	key        = cmp.Or(os.Getenv("OKX_API_KEY"), "⟦key:a env=OKX_API_KEY⟧")
	secret     = cmp.Or(os.Getenv("OKX_SECRET_KEY"), "⟦secret:a env=OKX_SECRET_KEY⟧")
	passphrase = cmp.Or(os.Getenv("OKX_PASSPHRASE"), "⟦passphrase:a env=OKX_PASSPHRASE⟧")
)
