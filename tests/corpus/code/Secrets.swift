enum OKX {
    static let apiKey = "⟦key:a⟧"
    static let secretKey: String = "⟦secret:a⟧"
    static let passphrase = #"⟦passphrase:a with="⟧"#
}
