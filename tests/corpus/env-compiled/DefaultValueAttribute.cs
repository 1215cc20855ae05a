public class ExchangeOptions
{
    [DefaultValue("⟦secret:a env?⟧")]
    public string OkxSecretKey { get; set; }

    [DefaultValue("⟦uuid:tenant⟧")]
    public string TenantId { get; set; }
}
