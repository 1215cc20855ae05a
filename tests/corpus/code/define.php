<?php
define('OKX_API_KEY', '⟦key:a⟧');
define("OKX_SECRET_KEY", "⟦secret:a⟧");
const OKX_PASSPHRASE = '⟦passphrase:a|sq with='⟧';
define('APP_ID', '⟦uuid:app⟧');
