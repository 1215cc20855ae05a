var account = new OkxAccount
{
    ApiKey = "⟦key:a⟧",
    SecretKey = "⟦secret:a⟧",
    PassPhrase = "⟦passphrase:a⟧",
    Id = Guid.Parse("⟦uuid:id⟧"),
};
