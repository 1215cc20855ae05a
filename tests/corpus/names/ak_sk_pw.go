var okx = struct{ ak, sk, pw string }{
	ak: "⟦key:a⟧",
	sk: "⟦secret:a⟧",
	pw: "⟦passphrase:a⟧",
}
