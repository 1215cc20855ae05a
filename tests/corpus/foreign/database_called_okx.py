DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "NAME": "okx", "USER": "okx", "PASSWORD": "⟦phrase:db⟧"},
}
REDIS = {"host": "localhost", "password": "⟦phrase:redis⟧"}
SECRET_KEY = "⟦alnum50:django⟧"
OKX_URL = "https://www.okx.com"
