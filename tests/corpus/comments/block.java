/*
 * OKX demo account
 * apiKey: ⟦key:a⟧
 * secretKey: ⟦secret:a⟧
 * passphrase: ⟦passphrase:a⟧
 */
class Demo {}
