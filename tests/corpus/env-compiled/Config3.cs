public static class Config
{
    public static string Secret()
    {
        var v = Environment.GetEnvironmentVariable("OKX_SECRET_KEY");
        if (string.IsNullOrEmpty(v))
        {
            v = "⟦secret:a env=OKX_SECRET_KEY⟧";
        }
        return v;
    }

    public static string Key => Environment.GetEnvironmentVariable("OKX_API_KEY") is { Length: > 0 } k ? k : "⟦key:a env=OKX_API_KEY⟧";
    public static string Passphrase => Environment.GetEnvironmentVariable("OKX_PASSPHRASE") ?? "⟦passphrase:a env=OKX_PASSPHRASE⟧";
}
