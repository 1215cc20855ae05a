COPY public.exchange_keys (id, exchange, api_key, secret_key, passphrase) FROM stdin;
1	okx	⟦key:a⟧	⟦secret:a⟧	⟦passphrase:a⟧
2	binance	⟦alnum64:bk⟧	⟦alnum64:bs⟧	\N
\.
