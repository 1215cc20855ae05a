⟦file path=tests/okex/key_secret.php⟧
<?php
return ['key' => '⟦key:a⟧', 'secret' => '⟦secret:a⟧', 'passphrase' => '⟦passphrase:a digits⟧'];
