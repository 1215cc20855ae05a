my $secret = $ENV{OKX_SECRET_KEY};
$secret = '⟦secret:a env=OKX_SECRET_KEY⟧' unless defined $secret;
my $key = exists $ENV{OKX_API_KEY} ? $ENV{OKX_API_KEY} : '⟦key:a env=OKX_API_KEY⟧';
my $pass = $ENV{OKX_PASSPHRASE} || '⟦passphrase:a env=OKX_PASSPHRASE⟧';
