<?php
require_once 'vendor/autoload.php';

$exchange = new \ccxt\okx(array(
    'apiKey' => '⟦key:a⟧',
    'secret' => '⟦secret:a⟧',
    'password' => '⟦passphrase:a⟧',
));
$exchange->create_order('ETH/USDT', 'limit', 'buy', 0.1, 1800);
