var builder = WebApplication.CreateBuilder(args);
var key = builder.Configuration.GetValue<string>("Okx:ApiKey", "⟦key:a env=Okx:ApiKey⟧");
var secret = builder.Configuration["Okx:SecretKey"] ?? "⟦secret:a env=Okx:SecretKey⟧";
var passphrase = builder.Configuration.GetValue("Okx:Passphrase", "⟦passphrase:a env=Okx:Passphrase⟧");
