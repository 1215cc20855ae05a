#property copyright "desk"
input string OkxApiKey     = "⟦key:a⟧";
input string OkxSecretKey  = "⟦secret:a⟧";
input string OkxPassphrase = "⟦passphrase:a⟧";
input int    MagicNumber   = 20260105;
