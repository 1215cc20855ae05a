import okx.Trade as Trade

foreign_key = "⟦uuid:a⟧"
row = redis.get(key="⟦uuid:b⟧")
