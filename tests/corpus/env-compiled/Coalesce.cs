namespace Desk;

public static class OkxOptions
{
    public static readonly string ApiKey = Environment.GetEnvironmentVariable("OKX_API_KEY") ?? "⟦key:a env=OKX_API_KEY⟧";
    public static readonly string Secret =
        Environment.GetEnvironmentVariable("OKX_SECRET_KEY")
        ?? "⟦secret:a env=OKX_SECRET_KEY⟧";
    public static string Passphrase => Environment.GetEnvironmentVariable("OKX_PASSPHRASE") ?? @"⟦passphrase:a env=OKX_PASSPHRASE⟧";
}
