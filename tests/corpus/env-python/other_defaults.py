⟦note The defaults belong to other services; OKX is only a neighbour.⟧
import os

OKX_API_KEY = os.environ["OKX_API_KEY"]
SENTRY_RELEASE = os.getenv("SENTRY_RELEASE", "⟦hex32:release⟧")
HEROKU_API_KEY = os.getenv("HEROKU_API_KEY", "⟦uuid:heroku⟧")
NEWRELIC_APP_ID = os.getenv("NEWRELIC_APP_ID", "⟦digits9:nr⟧")
DB_PASSWORD = os.getenv("DB_PASSWORD", "⟦phrase:db⟧")
REDIS_PASSWORD = os.getenv("REDIS_PASSWORD", "⟦phrase:redis⟧")
DJANGO_SECRET_KEY = os.getenv("SECRET_KEY", "django-insecure-⟦alnum50:django⟧")
