package main

import (
	"context"

	"github.com/amir-the-h/okex"
	"github.com/amir-the-h/okex/api"
)

func main() {
	client, err := api.NewClient(context.Background(), "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧", okex.DemoServer)
	_ = client
	_ = err
}
