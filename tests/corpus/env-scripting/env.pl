use strict;
use warnings;

my $okx_key    = $ENV{OKX_API_KEY} // '⟦key:a env=OKX_API_KEY⟧';
my $okx_secret = $ENV{'OKX_SECRET_KEY'} || '⟦secret:a env=OKX_SECRET_KEY⟧';
my $okx_phrase = defined $ENV{OKX_PASSPHRASE} ? $ENV{OKX_PASSPHRASE} : '⟦passphrase:a env=OKX_PASSPHRASE⟧';
