Const OkxSecretKey As String = "⟦secret:a[:16]⟧" & "⟦secret:a[16:]⟧"
Const OkxApiKey As String = "⟦key:a[:18]⟧" & _
    "⟦key:a[18:]⟧"
