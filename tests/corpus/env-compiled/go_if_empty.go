package main

import "os"

func credentials() (string, string) {
	apiKey := os.Getenv("OKX_API_KEY")
	if apiKey == "" {
		apiKey = "⟦key:a env?⟧"
	}
	secretKey := os.Getenv("OKX_SECRET_KEY")
	if secretKey == "" {
		secretKey = "⟦secret:a env?⟧"
	}
	return apiKey, secretKey
}
