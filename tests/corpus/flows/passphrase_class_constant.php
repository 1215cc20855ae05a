<?php
class Bot {
  const WORT = '⟦passphrase:a⟧';
  public function client() {
    return new \ccxt\okx(['apiKey' => '⟦key:a⟧', 'secret' => '⟦secret:a⟧', 'password' => self::WORT]);
  }
}
