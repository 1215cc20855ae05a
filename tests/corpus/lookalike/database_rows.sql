INSERT INTO okx_orders (id, account_id, hash) VALUES ('⟦uuid:a⟧', '⟦uuid:b⟧', '⟦HEX32:c⟧');
INSERT INTO okx_fills (uuid, fill_key) VALUES ('⟦uuid:d⟧', 'BTC-USDT');
