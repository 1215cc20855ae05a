OKX_ALERTS_FROM = "okx@example.org"
SMTP = {"user": "okx@example.org", "password": "⟦phrase:smtp⟧"}
TELEGRAM_TOKEN = "⟦digits10:t⟧:⟦alnum35:t⟧"
TWILIO_AUTH = "⟦hex32:twilio⟧"
