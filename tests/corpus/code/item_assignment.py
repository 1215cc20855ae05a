config = load("settings.json")
config["okx"]["api_key"] = "⟦key:a⟧"
config["okx"]["secret_key"] = "⟦secret:a⟧"
config['okx']['passphrase'] = '⟦passphrase:a|sq with='⟧'
config.update(cache_id="⟦uuid:cache⟧")
