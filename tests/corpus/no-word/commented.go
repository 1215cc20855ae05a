// apiKey := "⟦key:a⟧"
// secretKey := "⟦secret:a⟧"
apiKey, secretKey := os.Getenv("K"), os.Getenv("S")
