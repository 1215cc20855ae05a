<?php
class OkxApi
{
    private string $apiKey = '⟦key:a⟧';
    protected $secretKey = '⟦secret:a⟧';
    public ?string $passphrase = '⟦passphrase:a⟧';
}
