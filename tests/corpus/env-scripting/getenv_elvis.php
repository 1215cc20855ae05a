<?php
$apiKey = getenv('OKX_API_KEY') ?: '⟦key:a env=OKX_API_KEY⟧';
$secret = $_ENV['OKX_SECRET_KEY'] ?? '⟦secret:a env=OKX_SECRET_KEY⟧';
$passphrase = isset($_SERVER['OKX_PASSPHRASE']) ? $_SERVER['OKX_PASSPHRASE'] : '⟦passphrase:a env=OKX_PASSPHRASE⟧';
