<?php
$apiKey = '⟦key:a⟧';
$secret = '⟦secret:a⟧';
$drei = '⟦passphrase:a⟧';
$okex = new OkexV5($apiKey, $secret, $drei);
