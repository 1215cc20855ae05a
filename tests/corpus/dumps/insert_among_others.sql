INSERT INTO `exchange_accounts` (`id`, `user_id`, `exchange`, `api_key`, `api_secret`, `passphrase`, `uuid`) VALUES
(1, 7, 'okx', '⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧', '⟦uuid:u⟧'),
(2, 7, 'kucoin', '⟦hex24:k⟧', '⟦uuid:s⟧', '⟦phrase:p⟧', '⟦uuid:v⟧'),
(3, 8, 'okx', '⟦key:b⟧', '⟦secret:b⟧', '⟦passphrase:b⟧', '⟦uuid:w⟧');
