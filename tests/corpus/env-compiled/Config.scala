package desk

object Config {
  val okxKey: String    = sys.env.getOrElse("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
  val okxSecret: String = sys.env.get("OKX_SECRET_KEY").getOrElse("⟦secret:a env=OKX_SECRET_KEY⟧")
  val okxPass: String   = Option(System.getenv("OKX_PASSPHRASE")).getOrElse("⟦passphrase:a env=OKX_PASSPHRASE⟧")
}
