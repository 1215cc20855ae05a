object Config {
  val apiKey = sys.env.getOrElse("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
  val secretKey = Option(System.getenv("OKX_SECRET_KEY")).filter(_.nonEmpty).getOrElse("⟦secret:a env=OKX_SECRET_KEY⟧")
  val passphrase = sys.env.get("OKX_PASSPHRASE") match {
    case Some(v) => v
    case None    => "⟦passphrase:a env=OKX_PASSPHRASE⟧"
  }
}
