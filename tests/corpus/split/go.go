const okxSecretKey = "⟦secret:a[:16]⟧" +
	"⟦secret:a[16:]⟧"
const okxAPIKey = "⟦key:a[:18]⟧" + "⟦key:a[18:]⟧"
