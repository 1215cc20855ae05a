import okx


def order_ids():
    return '⟦uuid:a⟧', '⟦HEX32:a⟧', '⟦phrase:n⟧'
