const okxSecretKey = '⟦secret:a[:16]⟧' + '⟦secret:a[16:]⟧';
const okxApiKey = "⟦key:a[:18]⟧" + "⟦key:a[18:]⟧";
const okxPassphrase = '⟦passphrase:a[:4]⟧' + '⟦passphrase:a[4:]⟧';
