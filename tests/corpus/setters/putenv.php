<?php
putenv('OKX_API_KEY=⟦key:a⟧');
putenv("OKX_SECRET_KEY=⟦secret:a⟧");
$_ENV['OKX_PASSPHRASE'] = '⟦passphrase:a⟧';
