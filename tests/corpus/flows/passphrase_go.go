package main

import "github.com/amir-the-h/okex/api"

func main() {
	apiKey := "⟦key:a⟧"
	secretKey := "⟦secret:a⟧"
	word := "⟦passphrase:a⟧"
	client, err := api.NewClient(ctx, apiKey, secretKey, word, dest)
}
