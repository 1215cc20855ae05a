"""Words beside a role in a name, and what they say."""

from __future__ import annotations

# Words that say nothing about whose value it is. Words that tell accounts apart are in `QUALIFIERS`.
NEUTRAL = frozenset(
    """
    an and api app application arg args auth authentication authorization bot broker cex client clients conf
    config configuration configs const constant constants credential credentials cred creds crypto cfg data
    def default defaults desc dex env environ environment envs exchange exchanges export field final flag g
    get getenv global header headers her i in info init is item items json key keys let local m
    market markets me my name new next obj object of opt option options os our p param params parameter
    parameters plain platform private process product profile profiles prop properties props provider public
    pub quant raw react real request rest rt s schema script secrets section secure self services
    set setting settings shared site spec spring static store str string strategy svelte system t tbl temp
    test testing text the this tmp token trade trader trading u use user v v1 v2 v3 v5 v6 val value values
    var variable variables venue viper vite vue web web3 ws x x402 xx your exchangespecification account
    accounts acct acc login x-okx ccxt hummingbot freqtrade inputs vars import meta deno bun secret swap
    spot futures future margin option perp perpetual contract usdt usd coin unified cash onchain onchainos
    waas facilitator aggregator h hex hash default_value fallback literal enc encoded b64 base64 decoded
    unsafe hardcoded hard coded leak leaked
    """.split()  # noqa: SIM905 - a word list reads better as words
)
QUALIFIERS = frozenset(
    """
    a demo live sandbox simulated simulation simu simul paper mock testnet mainnet prod production dev
    development staging stage preprod main master primary secondary sub subaccount backup old former
    previous prev current first second third fourth eea us eu tr global hk sg jp asia one two three four
    five alpha beta gamma delta b c d e f ii iii iv long short maker taker hedge scalp swing grid arb left
    right buy sell read readonly trade withdraw
    """.split()  # noqa: SIM905 - see above
)
# After a role, these words mean that the name holds something about the value and not the value itself.
ABOUT = frozenset(
    """
    active alias allowed attr available caption check class code col column comment confirm confirmation
    count desc description details digest doc docs dir directory enabled encrypted error errors event exists
    expired expiry extra field file filename filter folder format handler hash hashed header headers help
    hidden hint hints icon id idx index info input instruction is keyword label len length limit link list
    loader location lookup map mask masked max md md5 message meta min missing mode model msg name names ok
    optional order origin page param parameter params parser path pattern placeholder policy prefix prompt
    provider prop query ref reference regex regexp required rule rules schema scope search size source
    status store suffix text checksum timeout title tooltip type types ui uri url usage valid validated
    validation validator verify version view visible warning widget sha sha1 sha256 fingerprint pos position
    enc cipher crypt crypted
    """.split()  # noqa: SIM905 - see above
)
# What long hex texts and UUIDs are called that are no part of a credential.
OTHER_THINGS = frozenset(
    """
    build checksum commit digest etag fingerprint guid hash id md5 message nonce ord order project request rev
    revision session sha snapshot span tag trace uuid version
    """.split()  # noqa: SIM905 - see above
)
