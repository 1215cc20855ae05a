import com.okx.open.api.service.AssetService;

public class AssetTest {
    static final String API_KEY = "⟦key:a⟧";
    static final String SECRET_KEY = "⟦secret:a⟧";

    public void assetTransfer() {
        JSONObject param = new JSONObject();
        param.add("ccy", "USDT");
        param.add("amt", "1.5");
        param.add("from", "6");
        param.add("to", "18");
        param.add("clientId", "transferabcde");
    }

    public void assetWithdrawal() {
        WithdrawalRequest request = new WithdrawalRequest().clientId("Transfer-2021x").ccy("USDT");
    }
}
