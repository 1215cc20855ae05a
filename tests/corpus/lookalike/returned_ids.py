def order_ids():
    return "⟦uuid:a⟧", "⟦HEX32:a⟧", "done"
