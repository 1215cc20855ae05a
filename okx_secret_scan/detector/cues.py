"""Words beside a value that say what it is of, or that they only hand it on: keywords, wrappers, prompts."""

from __future__ import annotations

import re

# Keys that say "the value of what is named beside me".
VALUE_WORDS = frozenset(
    """
    _ content current data default defaultvalue else err failure initial is literal nil none null otherwise
    plain raw string text v val value x initialvalue currentvalue stringvalue
    """.split()  # noqa: SIM905 - a word list reads better as words
)
FILLERS = frozenset({"is", "are", "was", "equals", "be", "to"})
# What is said right before the digits that tell one content from another.
OF_CONTENTS = frozenset(
    {"checksum", "crc", "digest", "etag", "fingerprint", "md5", "sha1", "sha256", "sha512"}
)
NAME_FIELDS = frozenset(
    """
    field header id k key label name option param parameter property variable
    """.split()  # noqa: SIM905 - a word list reads better as words
)
VARIABLE_KEYWORDS = frozenset(
    """
    alias env env_name env_var envname envvar name validation_alias
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Calls that hand on what they are given.
WRAPPER = re.compile(
    r"(?:\w*(?:\.|::|->))*(?:SecretStr|Secret\w*|String|str|Str|bytes|from|into|new|strip|trim|join|concat|paste0?|encode|decode|some"
    r"|Some|Ok|Just|to_?[sS]tring|to_?[oO]wned|valueOf|format|text|b64decode|base64\w*|b64\w*|a2b\w*|atob|Buffer"
    r"|unquote|unescape|parse\w*|literal|quote|field|Field|lambda|fromhex|unhexlify|urlsafe\w*|Decode\w*|decode\w*"
    r"|StringValue|Literal|Value|SecretString|Zeroizing|Sensitive|wrap|cast|Box|Arc|Rc|Cow|as_str|ref|reactive|useState|computed|useRef|observable)!?"
)
# Calls of one argument that give it as bytes.
BYTES = re.compile(
    r"(?:[\w\[\]]*(?:\.|::|->))*(?:[gG]et_?Bytes|Data|charToRaw|to_?[bB]ytes|utf8ToBytes|bytesOf)"
)
# Calls that say what they make a value into: what they are given is what the name around them says.
TRANSFORMS = re.compile(
    r"(?:en|de)(?:crypt|code|cipher)[A-Z_]\w*|(?:hash|mask|obfuscate|seal|unseal|protect|unprotect)_?[A-Z]\w*"
    r"|(?:hash|mask|seal|protect)_\w+"
)
ASKS_FOR_A_NAME = re.compile(
    r"(?i)(?:(?:get|fetch|read|load|lookup|find|require|need|ask|from_?env|print|assert)\w*|\w*(?:env|environ)|input"
    r"|prompt|password|question|secret|config|setting|log|label|placeholder|gettext|t|tr|raise|error|exception"
    r"|throw|hint|title|describe|it|test|(?:must_?)?compile|reg_?exp?|pattern)!?"
)
# Calls of stores of passwords: all that they are given is names, `keyring.get_password("okx", "Trading-1")`.
ASKS_A_STORE = re.compile(
    r"(?:\w+[.:>]+)*(?:(?:get|find)_?(?:[Gg]eneric_?)?(?:[Pp]assword|[Cc]redential)|key_get)"
)
STORE = re.compile(r"key(?:ring|tar)\b")
# Clients of exchanges, by what they do: `RestClient`, `new AccountApi`, `trade.NewClient`.
TAKES_ACCOUNT = re.compile(
    r"(?i)(?:new )?(?:\w+[.:>]+)*\w*(?:rest|account|trad(?:e|ing)|exchange|market|funding)\w*(?:[.:>]+\w+)?"
)
ENV_KEYWORD = re.compile(
    r"(?i)env(?:_?vars?|_?name|ironment(?:_variable)?)?s?|envconfig|(?:validation_)?alias"
)
# Swift's argument labels: `set("…", forKey: "name")`.
KEY_KEYWORD = re.compile(r"for(?:Key|HTTPHeaderField|Name)?|withName|named")
COALESCE = re.compile(
    r"(?i)(?:\w+\.)*(?:or|coalesce|first\w*|nvl|ifnull|try|either|fallback|default\w*|if_?null|pick|if_?else|iif)"
)
# Calls that name a value by a word before it: `-define(NAME, "…")`, `DEFINE_string(name, "…")`.
NAMES_BY_WORD = re.compile(
    r"(?i)(?:\w*[.:])*-?(?:define(?:_\w+)?|absl_flag|get_?env|get_?value|get_?opt(?:ion)?|assign|setq|defvar|defcustom)"
)
# Calls that set what a constant before the value names: `spec.setItem(PARAM_PASSPHRASE, "…")`.
SETS_BY_CONSTANT = re.compile(r"(?i)(?:\w*[.:>])*(?:set|put|add|append|with|header|store)\w*")
CONSTANT = re.compile(r"(?:\w+[.:>]+)*[A-Z][A-Z\d]*(?:_[A-Z\d]+)*")
# Calls that compare a value with what it ought to be: `expect(process.env.NAME).toBe("…")`.
COMPARES = re.compile(
    r"(?i)(?:(?!not\b)[\w()\[\]]*[.:>])*(?:expect|(?:xct)?(?:(?:assert|expect|check|should|to|are|is|str|strict|deep)_?){0,4}"
    r"(?:be|equals?|eql?|same|that)(?:_?to)?)!?"
)
# Methods that write into a field of a form, and what such fields are called: `secret_edit.setText("…")`.
FILLS = re.compile(
    r"(?P<field>[\w.()]+)\.(?:set_?(?:Plain_?)?[Tt]ext|set_?[Vv]alue|insert|fill|type|send_?[Kk]eys)"
)
_FIELD = r"_?(?:(?:line|text)_?)?(?:edit|entry|input|field|box|area|widget)(?:_?text)?"
FIELD = re.compile(rf"{_FIELD}$", re.IGNORECASE)
FIELD_CONTENT = re.compile(rf"{_FIELD}\.(?:value|text)$", re.IGNORECASE)
# Options of a command that give a value, and where the command names it: `secret set NAME --body "value"`.
VALUE_OPTION = re.compile(
    r"(?i)--(?:body|value|data|plaintext|string|secret(?:-string|-value)?|text|content|password)|-[bv]"
)
# Options of a command whose value signs: `openssl dgst -sha256 -hmac "value"`.
SIGNING_OPTION = re.compile(r"(?:[^\n]* )?(?:--?hmac(?:-key)?|-macopt key)")
# Commands that take a name and a value: `dotnet user-secrets set "NAME" "value"`.
SETTING_COMMANDS = frozenset({"set", "setx", "add", "put", "config:set"})
NAMED_IN_COMMAND = re.compile(
    r"(?:--(?:name|secret-id|secret-name|parameter-name|key|variable|env)|-n)[= ]+[\"']?([\w./\-]+)"
    r"|\b(?:set|put|add|create|update|insert)\s+(?:-s\s+)?[\"']?([A-Za-z_][\w./\-]*)"
)
# A command that takes the value from the one before: `echo "value" | gh secret set NAME`.
PIPED = re.compile(
    r"[\"']?[ \t]*\|[^|\n]{0,60}?\b(?:secrets?|env|vars?|variables?|config|keychain|pass|parameters?)"
    r"(?::|[ \t]+)(?:set|put|create|add|insert|store|write)(?:[ \t]+--?[\w-]+)*[ \t]+[\"']?([\w.\-/]{2,80})"
)
LONGEST_PIPE = 200
# Objective-C names a value behind it: `setValue:@"value" forHTTPHeaderField:@"NAME"`.
KEYED_BEHIND = re.compile(
    r"[\"']\s{1,40}for(?:Key(?:Path)?|HTTPHeaderField):[ \t]*@?[\"']([\w.\-]{2,80})[\"']"
)
# What says in a tuple where its value comes from: `{:system, "NAME", "…"}`.
SOURCE = re.compile(r"(?i)system|env(?:ironment)?|get_?env|os")
