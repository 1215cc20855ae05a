localStorage.setItem('okx_api_key', '⟦key:a⟧');
localStorage.setItem('okx_secret_key', '⟦secret:a⟧');
localStorage.setItem("okx_passphrase", "⟦passphrase:a⟧");
localStorage.setItem('device_id', '⟦uuid:device⟧');
