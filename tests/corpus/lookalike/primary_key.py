import okx.Trade as Trade

primary_key = "⟦uuid:a⟧"
row = redis.get(key="⟦uuid:b⟧")
