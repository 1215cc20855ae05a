import requests

HEADERS = {"Authorization": "⟦token:a⟧", "x-cdn": "https://static.okx.com"}
