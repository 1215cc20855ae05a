"""How languages write a default for an environment or configuration look-up, as rows.

In an example, `<value>` marks the literal. Every row is run by the tests with a real value in that place: it is
the default of a look-up in the example, and a value like any other in the counterexample. Rows of setters have
it the other way round.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Idiom(NamedTuple):
    """A spelling and where it is used. Operators are spelt as they are, others by a pattern for all of a name."""

    spelling: str
    languages: str
    example: str
    counterexample: str


# Operators that give the right side where the left one is missing.
OPERATORS = (
    Idiom(
        "or",
        "Python, Lua, Ruby",
        'x = os.getenv("OKX_SECRET_KEY") or "<value>"',
        'okx_secret = "<value>" or x',
    ),
    Idiom(
        "||",
        "JS, TS, Elixir, Ruby",
        "x = process.env.OKX_SECRET_KEY || '<value>'",
        "okxSecret = '<value>' || x",
    ),
    Idiom(
        "??", "JS, C#, Swift, PHP, Dart", 'x = env.OKX_SECRET_KEY ?? "<value>"', 'okxSecret = "<value>" ?? x'
    ),
    Idiom(
        "?:", "Kotlin, PHP", 'x = System.getenv("OKX_SECRET_KEY") ?: "<value>"', 'okxSecret = "<value>" ?: x'
    ),
    Idiom("||=", "Ruby, JS", "ENV['OKX_SECRET_KEY'] ||= '<value>'", "ENV['OKX_SECRET_KEY'] = '<value>'"),
    Idiom("??=", "JS, C#, PHP", "process.env.OKX_SECRET_KEY ??= '<value>'", "env.OKX_SECRET_KEY = '<value>'"),
    Idiom(
        "//", "Perl", "my $x = $ENV{OKX_SECRET_KEY} // '<value>';", "let okxSecret = '<value>'; // new one"
    ),
    Idiom("//=", "Perl", "$ENV{OKX_SECRET_KEY} //= '<value>';", "$ENV{OKX_SECRET_KEY} = '<value>';"),
    Idiom("%||%", "R", 'x <- Sys.getenv("OKX_SECRET_KEY") %||% "<value>"', 'okx_secret <- "<value>" %||% x'),
    Idiom(
        "else",
        "Python",
        'x = env["OKX_SECRET_KEY"] if env else "<value>"',
        'okx_secret = "<value>" if x else y',
    ),
    Idiom(
        "orelse",
        "Zig",
        'const x = getenv("OKX_SECRET_KEY") orelse "<value>";',
        'okx_secret = "<value>" orelse x',
    ),
    Idiom(
        "catch",
        "Zig",
        'const x = getEnvVarOwned(a, "OKX_SECRET_KEY") catch "<value>";',
        'okx_secret = "<value>" catch x',
    ),
    Idiom("?=", "Make, BitBake", "OKX_SECRET_KEY ?= <value>", "OKX_SECRET_KEY = <value>"),
)

WORD_OPERATORS = frozenset(row.spelling for row in OPERATORS if row.spelling.isalpha())

# Methods of a look-up's result whose argument is the default.
RECEIVERS = (
    Idiom(
        r"or_?[Ee]lse(?:_?[Gg]et)?",
        "Java",
        'Optional.of(okxSecretEnv).orElse("<value>")',
        'okxSecret = Optional.of("<value>").orElseThrow()',
    ),
    Idiom(
        r"unwrap_or(?:_else)?",
        "Rust",
        'env::var("OKX_SECRET_KEY").unwrap_or("<value>".into())',
        'let okx_secret = Some("<value>").unwrap();',
    ),
    Idiom(
        r"get_?[Oo]r_?[Ee]lse",
        "Scala",
        'sys.env.get("OKX_SECRET_KEY").getOrElse("<value>")',
        'val okxSecret = Option("<value>").get()',
    ),
    Idiom(
        r"default(?:_?[Vv]alue|To)?",
        "zod, Kotlin",
        "OKX_SECRET_KEY: z.string().default('<value>')",
        "OKX_SECRET_KEY: z.literal('<value>').optional()",
    ),
    Idiom(
        r"value_or",
        "C++",
        'getenv_opt("OKX_SECRET_KEY").value_or("<value>")',
        'auto okx_secret = std::optional("<value>").value();',
    ),
    Idiom(
        r"catch", "zod", "OKX_SECRET_KEY: z.string().catch('<value>')", "setOkxSecret('<value>').then(trade)"
    ),
    Idiom(
        r"or",
        "Rust, Kotlin",
        'option_env!("OKX_SECRET_KEY").or("<value>")',
        'okx_secret = Some("<value>").and(limit)',
    ),
    Idiom(
        r"if_?[Ee]mpty|if_?[Bb]lank|presence_or",
        "Kotlin",
        'env("OKX_SECRET_KEY").ifEmpty("<value>")',
        'val okxSecret = "<value>".trim().also { check(it) }',
    ),
    Idiom(
        r"with_?[Dd]efault(?:_?[Vv]alue)?",
        "config libraries",
        'var("OKX_SECRET_KEY").withDefault("<value>")',
        'okx.withSecret("<value>").withDefaults()',
    ),
)

# Keyword arguments that carry the default of the option or setting beside them.
KEYWORDS = (
    Idiom(
        r"(?:env-?|dev_?|test_?)?[Dd]efault(?:_?[Vv]alue(?:_t)?)?",
        "everywhere",
        'config("OKX_SECRET_KEY", default="<value>")',
        'okx_config(secret="<value>", defaults=True)',
    ),
    Idiom(
        r"fallback",
        "Python",
        'cfg.get("okx", "secret_key", fallback="<value>")',
        'okx(secret_key="<value>", fallbacks=3)',
    ),
    Idiom(
        r"default_?[Ff]actory",
        "Python",
        'okx_secret = field(default_factory=lambda: "<value>")',
        'okx(secret=lambda: "<value>", factory=str)',
    ),
    Idiom(
        r"d|dv|dflt|def_?val|alt|otherwise|or_?[Ee]lse|(?:if_?)?(?:unset|[Mm]issing|[Nn]one|[Nn]ot_?[Ff]ound)",
        "R, helpers",
        'x <- Sys.getenv("OKX_SECRET_KEY", unset = "<value>")',
        'okx_login(secret = "<value>", set = TRUE)',
    ),
)

# Calls that set a name to a value. Any other call of a name and a value (`getenv("X", "v")`, `or("X", "v")`,
# `get_env_or_default("X", "v")`) is read as a look-up with a default.
SETTERS = (
    Idiom(
        r"set_?[A-Z]\w*|set|_set",
        "everywhere",
        'h.setRequestHeader("OK-ACCESS-KEY", "<value>")',
        'h.reset_or("OKX_SECRET_KEY", "<value>")',
    ),
    Idiom(
        r"put\w*|add\w*|append\w*|insert\w*|push\w*|store\w*|save\w*|write\w*|send\w*",
        "everywhere",
        'm.put("OKX_SECRET_KEY", "<value>")',
        'm.compute("OKX_SECRET_KEY", "<value>")',
    ),
    Idiom(
        r"(?:\w*_)?set(?:_?env)?(?:_\w+)?|\w*Environment\w*Variable",
        "C, C#",
        'kv_set("OKX_SECRET_KEY", "<value>")',
        'kv_get("OKX_SECRET_KEY", "<value>")',
    ),
    Idiom(
        r"header\w*|with\w*|assert\w*|equal\w*|expect\w*|define|const|stub\w*|mock\w*"
        r"|build_?config_?field|res_?value|Map\.of|Pair|tuple\w*",
        "everywhere",
        'assertEquals("OKX_SECRET_KEY", "<value>")',
        'require("OKX_SECRET_KEY", "<value>")',
    ),
    Idiom(
        r"of|to|pair|struct|entry|kv|print\w*|log\w*|debug|info|warn\w*|error|format|replace\w*",
        "everywhere",
        'Map.entry("OKX_SECRET_KEY", "<value>")',
        'Map.find("OKX_SECRET_KEY", "<value>")',
    ),
    Idiom(
        r"assoc\w*|swap|reset|conj|param\w*|query\w*|field|cookie|basic_?[Aa]uth|prop(?:erty)?|attr\w*|update(?:_\w+)?|patch\w*",
        "everywhere",
        'request.query("OKX_SECRET_KEY", "<value>")',
        'config("OKX_SECRET_KEY", "<value>")',
    ),
)
# These look like setters and give a default.
DEFAULT_SETTERS = (
    Idiom(
        r"set_?[Dd]efault",
        "Python, viper",
        'os.environ.setdefault("OKX_SECRET_KEY", "<value>")',
        'os.environ.set("OKX_SECRET_KEY", "<value>")',
    ),
    Idiom(
        r"put_?[Ii]f_?[Aa]bsent",
        "Java",
        'm.putIfAbsent("OKX_SECRET_KEY", "<value>")',
        'm.put("OKX_SECRET_KEY", "<value>")',
    ),
    Idiom(
        r"add_?[Aa]rgument|add_?[Oo]ption",
        "Python",
        'p.add_argument("--okx-secret", "<value>")',
        'p.add_header("okx-secret", "<value>")',
    ),
    Idiom(
        r"get_?[Pp]roperty\w*|property",
        "Java",
        'settings.property("okx.secret-key", "<value>")',
        'System.setProperty("okx.secret-key", "<value>")',
    ),
)


def _whole(rows: tuple[Idiom, ...]) -> re.Pattern[str]:
    return re.compile("(?i:" + "|".join(f"(?:{row.spelling})" for row in rows) + ")")


OPERATOR_SPELLINGS = frozenset(row.spelling for row in OPERATORS)
_RECEIVER = _whole(RECEIVERS)
_KEYWORD = _whole(KEYWORDS)
_SETTER = _whole(SETTERS)
_DEFAULT_SETTER = _whole(DEFAULT_SETTERS)


def _last(callee: str) -> str:
    return re.split(r"[.:>/]", callee.rstrip("!"))[-1]


def is_receiver_default(callee: str) -> bool:
    """Return whether `callee` is a method that gives its argument where its receiver is empty."""
    method = _last(callee)
    return method != callee and _RECEIVER.fullmatch(method) is not None


def is_default_keyword(name: str) -> bool:
    """Return whether `name` is a keyword argument that carries a default."""
    return _KEYWORD.fullmatch(name) is not None


def is_setter(callee: str) -> bool:
    """Return whether a call of `callee` with a name and a value sets it rather than looking it up."""
    last = _last(callee)
    if _DEFAULT_SETTER.fullmatch(last) or _RECEIVER.fullmatch(last):
        return False
    return _SETTER.fullmatch(last) is not None


# Defaults in templates: the look-up as `name`, the default as `value`.
TEMPLATES = (
    # `${NAME:-value}` of shells and compose files; `:?` and `:+` hold messages and alternatives.
    re.compile(r"\$\{\s*(?P<name>[A-Za-z_]\w*):?[-=](?P<quote>[\"']?)(?P<value>[^{}\n]*?)(?P=quote)(?=\})"),
    # `${name:value}` of Spring, Micronaut and Quarkus.
    re.compile(
        r"\$\{\s*(?P<name>[A-Za-z_][\w.\-]*)\s*:(?![?+\-=])(?P<quote>[\"']?)(?P<value>[^{}\n]*?)(?P=quote)(?=\})"
    ),
    # `${env:NAME, 'value'}` of Serverless.
    re.compile(
        r"\$\{[^{}\n]{0,120}?\b(?:env|opt|param|self|ssm):(?P<name>[\w./\-]+),\s*[\"'](?P<value>[^{}\"'\n]+)[\"']\s*\}"
    ),
    # `$(or $(NAME),value)` and `$(if $(NAME),$(NAME),value)` of Make.
    re.compile(r"\$\((?:or|if)\s+\$[({](?P<name>\w+)[)}](?:,\$[({]\w+[)}])*,(?P<value>[^(),\n$]{1,100})\)"),
)
# Struct tags of Go: `env:"NAME" envDefault:"value"`; several a string, in any order.
TAG = re.compile(r'([\w-]+):"((?:[^"\\]|\\.)*)"')
