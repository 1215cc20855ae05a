<?php
$okx = new \ccxt\okx(['apiKey' => 'YOUR_APP_KEY', 'secret' => 'YOUR_SECRET', 'password' => 'YOUR_Password_1']);
