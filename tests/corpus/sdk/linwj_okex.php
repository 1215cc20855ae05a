<?php
use Lin\Okex\OkexV5;

$key = '⟦key:a⟧';
$secret = '⟦secret:a⟧';
$passphrase = '⟦passphrase:a⟧';
$okex = new OkexV5($key, $secret, $passphrase);
$direct = new \Lin\Okex\OkexSpot('⟦key:b⟧', '⟦secret:b⟧', '⟦passphrase:b letters⟧');
