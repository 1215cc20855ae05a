func credentials(name string) Credentials {
	switch name {
	case "kucoin":
		return Credentials{Key: "⟦hex24:kk⟧", Secret: "⟦uuid:ks⟧", Passphrase: "⟦phrase:kp⟧"}
	case "okx":
		return Credentials{Key: "⟦key:a⟧", Secret: "⟦secret:a⟧", Passphrase: "⟦passphrase:a⟧"}
	case "coinbase":
		return Credentials{Key: "⟦hex32:ck⟧", Secret: "⟦base64-64:cs⟧", Passphrase: "⟦phrase:cp⟧"}
	}
	panic(name)
}
