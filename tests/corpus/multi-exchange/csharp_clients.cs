services.AddKucoin(o => o.ApiCredentials = new KucoinApiCredentials("⟦hex24:kk⟧", "⟦uuid:ks⟧", "⟦phrase:kp⟧"));
services.AddOKX(o => o.ApiCredentials = new OKXApiCredentials("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"));
services.AddBitget(o => o.ApiCredentials = new BitgetApiCredentials("bg_⟦hex32:gk⟧", "⟦hex64:gs⟧", "⟦phrase:gp⟧"));
