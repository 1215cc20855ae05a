package main

import "github.com/amir-the-h/okex/api"

const (
	a = "⟦key:a⟧"
	b = "⟦secret:a⟧"
	c = "⟦passphrase:a⟧"
)

func main() {
	client, err := api.NewClient(ctx, a, b, c, okex.NormalServer)
}
