func main() {
	okxKey, okxSecret, okxPassphrase := "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"
	requestID := "⟦uuid:request⟧"
	run(okxKey, okxSecret, okxPassphrase, requestID)
}
