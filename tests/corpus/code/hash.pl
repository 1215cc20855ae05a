my %okx = (
    api_key    => '⟦key:a⟧',
    secret_key => '⟦secret:a⟧',
    passphrase => '⟦passphrase:a with=@⟧',
);
$okx{trace_id} = '⟦uuid:trace⟧';
