object OkxCredentials {
  val apiKey: String = "⟦key:a⟧"
  val secretKey      = "⟦secret:a⟧"
  lazy val passphrase = """⟦passphrase:a⟧"""
  val map = Map("okxDemoKey" -> "⟦key:b⟧", "okxDemoSecret" -> "⟦secret:b⟧")
}
