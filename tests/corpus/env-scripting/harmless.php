<?php
return [
    'okx' => ['key' => env('OKX_API_KEY', ''), 'secret' => env('OKX_SECRET_KEY'), 'passphrase' => env('OKX_PASSPHRASE', 'your-Passphrase-here1')],
    'app_key' => env('APP_KEY', 'base64:⟦base64-32:app⟧'),
    'pusher' => ['key' => env('PUSHER_KEY', '⟦uuid:pusher⟧'), 'secret' => env('PUSHER_SECRET', '⟦hex20:pusher⟧')],
];
