Module Okx
    Const OkxApiKey As String = "⟦key:a⟧"
    Const OkxSecretKey As String = "⟦secret:a⟧"
    Private OkxPassphrase As String = "⟦passphrase:a|quotes2 with="⟧"
End Module
