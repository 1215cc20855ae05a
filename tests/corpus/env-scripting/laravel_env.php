<?php

return [
    'okx' => [
        'key' => env('OKX_API_KEY', '⟦key:a env=OKX_API_KEY⟧'),
        'secret' => env('OKX_SECRET_KEY', '⟦secret:a env=OKX_SECRET_KEY⟧'),
        'passphrase' => env('OKX_PASSPHRASE', '⟦passphrase:a env=OKX_PASSPHRASE⟧'),
        'simulated' => env('OKX_SIMULATED', false),
    ],
];
