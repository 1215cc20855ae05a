const std::string wort = "⟦passphrase:a⟧";
okx::Client client("⟦key:a⟧", "⟦secret:a⟧", wort);
