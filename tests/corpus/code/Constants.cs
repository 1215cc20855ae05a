internal static class Okx
{
    private const string apiKey = "⟦key:a⟧";
    private const string apiSecret = "⟦secret:a⟧";
    private const string passPhrase = @"⟦passphrase:a|quotes2 with="⟧";
    public static readonly Guid InstanceId = new("⟦uuid:instance⟧");
}
