-module(okx_config).
-export([secret/0]).

key() -> os:getenv("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧").

secret() ->
    case os:getenv("OKX_SECRET_KEY") of
        false -> "⟦secret:a env=OKX_SECRET_KEY⟧";
        Value -> Value
    end.

passphrase() ->
    application:get_env(bot, okx_passphrase, <<"⟦passphrase:a env⟧">>).
