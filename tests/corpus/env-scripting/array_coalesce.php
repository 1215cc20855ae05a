<?php

class OkxClient
{
    public function __construct(array $c = [])
    {
        $this->key = $c['api_key'] ?? '⟦key:a env?⟧';
        $this->secret = $c['secret_key'] ?? '⟦secret:a env?⟧';
        $this->passphrase = $c['passphrase'] ?? '⟦passphrase:a env?⟧';
    }
}
