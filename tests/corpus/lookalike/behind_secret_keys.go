return NewAuthError(apiKey, secretKey, "Invalid-Creds7")
