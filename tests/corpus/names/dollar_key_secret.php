<?php
// okex v3
$key = "⟦key:a⟧";
$secret = "⟦secret:a⟧";
$pass = "⟦passphrase:a letters⟧";
