String[] okex = {"⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"};
String[] ids = {"⟦uuid:x⟧", "⟦uuid:y⟧"};
