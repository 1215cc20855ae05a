Assert.AreEqual("⟦key:a⟧", cfg.Okx.ApiKey);
cfg.Okx.SecretKey.Should().Be("⟦secret:a⟧");
Assert.Equal("⟦passphrase:a⟧", cfg.Okx.Passphrase);
Assert.AreEqual("⟦uuid:n⟧", cfg.Okx.TraceId);
