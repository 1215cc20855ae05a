my $okx_secret_key = q(⟦secret:a⟧);
my $okx_passphrase = q{⟦passphrase:a⟧};
my $okx_trace = q(⟦uuid:trace⟧);
