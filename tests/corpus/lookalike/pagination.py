okx_cursor_key = "⟦uuid:cursor⟧"
okx_dedup_key = "⟦HEX32:dedup⟧"
okx_lock_key = "okx:lock:⟦uuid:lock⟧"
okx_row_key = "⟦uuid:row⟧"
