const okx = JSON.parse('{"apiKey":"⟦key:a⟧","secretKey":"⟦secret:a⟧","passphrase":"⟦passphrase:a⟧"}');
