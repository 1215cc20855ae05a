package main

import "os"

func main() {
	word := "⟦passphrase:a⟧"
	c := okx.NewClient(os.Getenv("OKX_API_KEY"), os.Getenv("OKX_SECRET_KEY"), word)
}
