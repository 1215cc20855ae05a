<?php
$secret = getenv('OKX_SECRET_KEY');
if ($secret === false) {
    $secret = '⟦secret:a env=OKX_SECRET_KEY⟧';
}
$key = isset($_ENV['OKX_API_KEY']) ? $_ENV['OKX_API_KEY'] : '⟦key:a env=OKX_API_KEY⟧';
$pass = $_SERVER['OKX_PASSPHRASE'] ?? '⟦passphrase:a env=OKX_PASSPHRASE⟧';
