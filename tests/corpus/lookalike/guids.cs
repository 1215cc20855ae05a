namespace OkxBot;

[Guid("⟦uuid:class⟧")]
public class OkxPlugin
{
    public static readonly Guid ProductCode = new("⟦uuid:product⟧");
    public const string UpgradeCode = "⟦HEX32:upgrade⟧";
}
