<?php
$okx_secret_key = '⟦secret:a[:16]⟧' . '⟦secret:a[16:]⟧';
$okx_api_key = "⟦key:a[:9]⟧"
    . "⟦key:a[9:]⟧";
$okx_passphrase = '⟦passphrase:a[:6]⟧' . "⟦passphrase:a[6:]⟧";
