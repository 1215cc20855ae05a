job "bot" {
  task "trade" {
    env {
      OKX_API_KEY    = "⟦key:a⟧"
      OKX_SECRET_KEY = "⟦secret:a⟧"
      OKX_PASSPHRASE = "⟦passphrase:a⟧"
    }
    template {
      data = <<EOH
OKX_DEMO_SECRET_KEY=⟦secret:b⟧
OKX_DEMO_API_KEY=⟦key:b⟧
EOH
    }
  }
}
