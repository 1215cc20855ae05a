func TestMain(m *testing.M) {
	os.Setenv("OKX_API_KEY", "⟦key:a⟧")
	os.Setenv("OKX_SECRET_KEY", "⟦secret:a⟧")
	_ = os.Setenv("OKX_PASSPHRASE", "⟦passphrase:a⟧")
	os.Exit(m.Run())
}
