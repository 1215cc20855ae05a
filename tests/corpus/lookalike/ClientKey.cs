using OKX.Api;

public class Options
{
    [DefaultValue("⟦uuid:a⟧")]
    public string ClientKey { get; set; }
}
