"""What a value is called: reads a trail for the name, the call or the look-up that gives a value its role."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okx_secret_scan.detector import idioms
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.names import Name, Role, read_name, split_words
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.sdks import client_of, is_signer
from okx_secret_scan.detector.steps import Relation, Step, Trail
from okx_secret_scan.detector.targets import lookup_name
from okx_secret_scan.model import EnvFallback


@dataclass(frozen=True, slots=True)
class Binding:
    """How a value is bound. `call` names the client or signer that takes it in a known place.

    `positional` is the bracket and place of a value that nothing names (an argument, an element).
    `names_only` is set where the place takes a variable's name or a prompt and never a value.
    """

    name: Name | None = None
    role: Role | None = None
    call: str | None = None
    env: EnvFallback | None = None
    positional: tuple[int, int] | None = None
    names_only: bool = False


# Keys that say "the value of what is named beside me".
_VALUE_WORDS = frozenset(
    """
    _ content current data default defaultvalue else err failure initial is literal nil none null otherwise
    plain raw string text v val value x initialvalue currentvalue stringvalue
    """.split()  # noqa: SIM905 - a word list reads better as words
)
_FILLERS = frozenset({"is", "are", "was", "equals", "be", "to"})
_NAME_FIELDS = frozenset(
    """
    field header id k key label name option param parameter property variable
    """.split()  # noqa: SIM905 - a word list reads better as words
)
_VARIABLE_KEYWORDS = frozenset(
    """
    alias env env_name env_var envname envvar name validation_alias
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Calls that hand on what they are given.
_WRAPPER = re.compile(
    r"(?:\w*(?:\.|::|->))*(?:SecretStr|Secret\w*|String|str|Str|bytes|from|into|new|strip|trim|join|concat|paste0?|encode|decode|some"
    r"|Some|Ok|Just|to_?[sS]tring|to_?[oO]wned|valueOf|format|text|b64decode|base64\w*|b64\w*|a2b\w*|atob|Buffer"
    r"|unquote|unescape|parse\w*|literal|quote|field|Field|lambda|fromhex|unhexlify|urlsafe\w*|Decode\w*|decode\w*"
    r"|StringValue|Literal|Value|SecretString|Zeroizing|Sensitive|wrap|cast|Box|Arc|Rc|Cow|as_str|ref|reactive|useState|computed|useRef|observable)!?"
)
_ASKS_FOR_A_NAME = re.compile(
    r"(?i)(?:(?:get|fetch|read|load|lookup|find|require|need|ask|from_?env|print|assert)\w*|\w*(?:env|environ)|input"
    r"|prompt|password|question|secret|config|setting|log|label|placeholder|gettext|t|tr|raise|error|exception"
    r"|throw|hint|title|describe|it|test)!?"
)
_ENV_KEYWORD = re.compile(
    r"(?i)env(?:_?vars?|_?name|ironment(?:_variable)?)?s?|envconfig|(?:validation_)?alias"
)
# Swift's argument labels: `set("…", forKey: "name")`.
_KEY_KEYWORD = re.compile(r"for(?:Key|HTTPHeaderField|Name)?|withName|named")
_COALESCE = re.compile(
    r"(?i)(?:\w+\.)*(?:or|coalesce|first\w*|nvl|ifnull|try|either|fallback|default\w*|if_?null|pick)"
)
_FUNCTION = re.compile(r"(?:def|func|function|fun|fn|sub|[Ss]tring|str|get)\s+(\w+)\s*(?:\(|$)")
_IDENTIFIER = re.compile(r"[A-Za-z_][\w.\- ]{1,30}")
_CONDITION = re.compile(r"(?:if|unless|else|elsif|case|rescue|except|catch)\b")


def bind(tokens: Tokens, outline: Outline, trail: Trail) -> Binding:
    """Return how the value at the start of `trail` is bound."""
    return _Reader(tokens, outline, trail).read()


class _Reader:
    """Reads one trail from the value outwards until something says what the value is."""

    def __init__(self, tokens: Tokens, outline: Outline, trail: Trail) -> None:
        self.tokens = tokens
        self.outline = outline
        self.trail = trail
        self.env: EnvFallback | None = None
        self.default = False
        self.beside = False
        self.positional: tuple[int, int] | None = None

    def read(self) -> Binding:
        readers = {
            Relation.NAME: self._name,
            Relation.FALLBACK: self._fallback,
            Relation.ARGUMENT: self._argument,
            Relation.ELEMENT: self._element,
            Relation.BLOCK: self._element,
            Relation.TUPLE: self._tuple,
        }
        for step in self.trail.steps:
            found = readers[step.relation](step)
            if found is not None:
                return found
        return self._outside()

    def _bound(self, name: Name) -> Binding:
        variable = _variable(name.text) if name.text.upper() == name.text else None
        if (self.default and self.env is None) or (self.env is not None and self.env.variable is None):
            self.env = EnvFallback(variable)
        return Binding(name, None if name.about else name.role, env=self.env, positional=self.positional)

    def _name(self, step: Step) -> Binding | None:
        name = read_name(step.text)
        if step.operator == " ":
            name = _in_words(step.text)
            if step.text.startswith("${env:"):  # Serverless: `${env:NAME, 'value'}`
                self.env = EnvFallback(_variable(step.text))
        if idioms.is_default_keyword(step.text):
            self.default = self.beside = True
            return None
        if step.operator == " " and name.role is None:
            self.default = self.default or idioms.is_default_keyword(step.text.rsplit(" ", 1)[-1])
            return None
        if self.positional is not None and step.operator != " ":
            # The name of the array or call, not of the element; it may still say whose it is.
            return (
                Binding(env=self.env, positional=self.positional) if name.role is None else self._plural(name)
            )
        if name.role is None and set(split_words(step.text)) <= _VALUE_WORDS:
            self.beside = True
            return None
        return self._bound(name)

    def _plural(self, name: Name) -> Binding:
        return Binding(name, name.role, env=self.env, positional=self.positional)

    def _fallback(self, step: Step) -> Binding | None:
        name = read_name(step.text)
        self.env = EnvFallback(_variable(step.text) if name.role is not None else None)
        return self._bound(name) if name.role is not None and not name.about else None

    def _argument(self, step: Step) -> Binding | None:
        if step.position == 0 and idioms.is_receiver_default(step.text):
            return None
        if idioms.is_default_keyword(step.text):
            return self._filter(step)
        column = self._column(step.bracket, step.position)
        if column is not None:
            return self._bound(column)
        strings = self._arguments(step.bracket, step.position)
        if self.default or self.beside:
            return self._default_of(step, strings)
        known = self._of_known_call(step)
        if known is not None:
            return known
        found = self._named_by(step, strings) if step.position > 0 else self._first_argument(step, strings)
        if found is None and self.positional is None and not _WRAPPER.fullmatch(step.text):
            self.positional = (step.bracket, step.position)
        return found

    def _of_known_call(self, step: Step) -> Binding | None:
        """Read the arguments of clients and of what signs."""
        client = client_of(step.text)
        if client and step.position < len(client.order):
            role = client.order[step.position]
            return Binding(role=role, call=step.text, env=self.env, positional=(step.bracket, step.position))
        if is_signer(step.text):
            return Binding(role=Role.SECRET, call=step.text, env=self.env)
        return None

    def _first_argument(self, step: Step, strings: list[str]) -> Binding | None:
        """Read `setApiKey("value")`, `set("value", forKey: "NAME")`, `Field("value", env="NAME")`."""
        keywords = self._keywords(step.bracket)
        keyed = read_name(next((v for k, v in keywords.items() if _KEY_KEYWORD.fullmatch(k)), ""))
        if keyed.role is not None:
            return self._bound(keyed)
        if any(_ENV_KEYWORD.fullmatch(k) for k in keywords):
            self.default = True
            return self._default_of(step, strings)
        if _WRAPPER.fullmatch(step.text):
            return None
        last = re.split(r"[.:>]", step.text)[-1]
        own = read_name(last)
        if own.role is not None and not own.about and not own.weak:
            return self._bound(own)
        if _ASKS_FOR_A_NAME.fullmatch(last):
            return Binding(names_only=True, positional=(step.bracket, 0))
        return None

    def _filter(self, step: Step) -> Binding | None:
        """Read the filter of templates: `name | default("…")`."""
        self.default = True
        start = step.bracket - 2
        if start < 1 or self.tokens.raw(start) != "|":
            return None
        looked_up = lookup_name(self.tokens, max(0, start - 24), start, whole=True)
        name = read_name(looked_up)
        if name.role is None:
            return None
        self.env = EnvFallback(_variable(looked_up))
        return self._bound(name)

    def _named_by(self, step: Step, strings: list[str]) -> Binding | None:
        """Read `f("NAME", "value")`: a setter, or a look-up with a default."""
        text = strings[-1] if strings else ""
        name = read_name(text[:80])
        if name.role is not None and len(text) < 80:
            if not idioms.is_setter(step.text) and self.env is None:
                self.env = EnvFallback(_variable(text))
            return self._bound(name)
        if idioms.is_setter(step.text) and step.position == 1 and _IDENTIFIER.fullmatch(text):
            return Binding(name)
        if _COALESCE.fullmatch(step.text):
            self.env = EnvFallback(
                _variable(lookup_name(self.tokens, step.bracket + 1, self._start_of(step)))
            )
        return None

    def _start_of(self, step: Step) -> int:
        """Return the token at which the argument of `step` starts."""
        tokens = self.tokens
        for i in range(step.bracket + 1, min(step.bracket + 200, len(tokens))):
            if tokens.parents[i] == step.bracket and tokens.ordinals[i] >= step.position:
                return i
        return step.bracket + 1

    def _column(self, bracket: int, position: int) -> Name | None:
        """Return the column of `INSERT INTO t (a, b) VALUES (x, y), (…)` in whose place a value stands."""
        tokens, opened = self.tokens, self._columns(bracket)
        if opened == NONE:
            return None
        for i in range(opened + 1, min(tokens.partners[opened], opened + 400)):
            if tokens.ordinals[i] == position and tokens.kinds[i] in {Kind.WORD, Kind.STRING}:
                return read_name(tokens.word(i))
        return None

    def _columns(self, bracket: int) -> int:
        """Return the bracket of the columns whose values stand in `bracket`, `NONE` if it is no such row."""
        tokens, known, rows = self.tokens, self.tokens.columns, [bracket]
        while rows[-1] not in known:
            left = rows[-1] - 1
            while left > 1 and tokens.kinds[left] in {Kind.COMMA, Kind.NEWLINE} and rows[-1] - left < 8:
                left -= 1
            separated = left < rows[-1] - 1
            if separated and tokens.kinds[left] is Kind.CLOSE and left in tokens.partners:
                rows.append(tokens.partners[left])
                continue
            values = (
                left > 1 and tokens.raw(left).upper() == "VALUES" and tokens.kinds[left - 1] is Kind.CLOSE
            )
            known[rows[-1]] = tokens.partners.get(left - 1, NONE) if values else NONE
        known.update(dict.fromkeys(rows, known[rows[-1]]))
        return known[bracket]

    def _default_of(self, step: Step, strings: list[str]) -> Binding | None:
        """Read `option("--okx-secret", envvar="OKX_SECRET", default="…")`: the variable stands beside."""
        keywords = self._keywords(step.bracket)
        named = next((keywords[k] for k in keywords if k.lower() in _VARIABLE_KEYWORDS), None)
        named = next((keywords[k] for k in keywords if _ENV_KEYWORD.fullmatch(k)), named)
        variable = named or next((s for s in strings if read_name(s).role is not None), None)
        if self.default:
            self.env = EnvFallback(_variable(variable or ""))
        self.default = self.beside = False
        if variable and read_name(variable).role is not None:
            return self._bound(read_name(variable))
        return None

    def _tuple(self, step: Step) -> None:
        """Go on to the target of a tuple assignment; the next step names the member."""

    def _element(self, step: Step) -> Binding | None:
        found = self._beside(step.bracket) if self.beside else None
        if found is not None:
            return found
        column = self._column(step.bracket, step.position)
        if column is not None:
            return self._bound(column)
        strings = self._arguments(step.bracket, step.position)
        if strings and (strings[-1].startswith("-") or step.position == 1):
            name = read_name(strings[-1][:80])
            if name.role is not None:
                if self.default:
                    self.env = EnvFallback(_variable(strings[-1]))
                return self._bound(name)
        if _CONDITION.match(step.text):
            self._condition(step)
            return None
        braced = self.tokens.raw(step.bracket) == "{" and not self._has_commas(step.bracket)
        if step.position == 0 and braced and re.fullmatch(r"[\w:<>*&\s]+", step.text):
            own = read_name(step.text.rsplit(" ", 1)[-1])  # `std::string api_key{"…"}`
            if own.role is not None and not own.weak:
                return self._bound(own)
        looked_up = re.findall(r"[\"']([\w.\-]{3,60})[\"']", step.text) if step.text else []
        variable = read_name(looked_up[-1]) if looked_up else None
        if variable and variable.role is not None:
            if not step.text.startswith(("variable", "resource", "data", "output", "case", "if", "when")):
                self.env = EnvFallback(_variable(looked_up[-1]))
            return self._bound(variable)
        bracket = self.tokens.raw(step.bracket)
        if bracket == "{" and self.tokens.parents[step.bracket] == step.bracket - 1:
            return None  # a template: {{ … }}
        if self.positional is None and not self.beside and (bracket != "(" or self._has_commas(step.bracket)):
            self.positional = (step.bracket, step.position)
        return None

    def _beside(self, bracket: int) -> Binding | None:
        """Read the fields of a literal that say what its `value` or `default` is of."""
        keywords = self._keywords(bracket)
        variable = next((v for k, v in keywords.items() if _ENV_KEYWORD.fullmatch(k)), None)
        variable = variable or self._env_list(bracket)
        if variable:
            self.env = EnvFallback(_variable(variable))
        name = self._sibling(keywords) or (read_name(variable) if variable else None)
        return self._bound(name) if name and name.role is not None else None

    def _condition(self, step: Step) -> None:
        """Note that a value stands where a look-up found nothing: `if X == "" { X = "…" }`, `else { … }`."""
        start = self.tokens.starts[step.bracket]
        looked_up = self.tokens.text[max(0, start - 200) : start].rsplit("\n\n", 1)[-1]
        if self.env is None and re.search(r"(?i)env", looked_up):
            variables = [
                w for w in re.findall(r"[A-Za-z_]\w{3,}", looked_up) if read_name(w).role is not None
            ]
            self.env = EnvFallback(variables[-1] if variables else None)

    def _env_list(self, bracket: int) -> str | None:
        """Return the variable of `EnvVars: []string{"NAME"}` in a literal."""
        tokens = self.tokens
        closing = tokens.partners.get(bracket, min(bracket + 200, len(tokens)))
        for i in range(bracket + 1, min(closing, bracket + 200)):
            if tokens.parents[i] == bracket and _ENV_KEYWORD.fullmatch(tokens.word(i)):
                return next(
                    (tokens.word(j) for j in range(i + 1, min(i + 10, closing)) if _is_upper(tokens, j)), None
                )
        return None

    def _has_commas(self, bracket: int) -> bool:
        closing = self.tokens.partners.get(bracket)
        return closing is None or self.tokens.ordinals[closing - 1] > 0

    def _outside(self) -> Binding:
        """Look at list items and elements around the statement: `- name: X`, next line `value: …`."""
        if self.beside:
            for block in self.outline.blocks(self.trail.statement)[:1]:
                name = self._sibling(dict(self.outline.fields(block.start)))
                if name:
                    return self._bound(name)
                label = read_name(block.label)
                if label.role is not None:
                    return self._bound(label)
        returned = self._returned()
        if returned is not None:
            return self._bound(returned)
        env = EnvFallback(None) if self.default and self.env is None else self.env
        return Binding(env=env, positional=self.positional)

    def _returned(self) -> Name | None:
        """Return the name of the function that gives a value: `def okx_secret(): return "…"`."""
        statement = self.trail.statement
        headers = [s.text for s in self.trail.steps if s.relation is Relation.BLOCK]
        headers += [block.label for block in self.outline.blocks(statement)[:1]]
        for header in headers[:1]:
            function = _FUNCTION.search(header)
            name = read_name(function[1]) if function else None
            if name is not None and name.role is not None and not name.about and not name.weak:
                return name
        return None

    def _sibling(self, fields: dict[str, str]) -> Name | None:
        for key, value in fields.items():
            if key.lower() in _NAME_FIELDS:
                name = read_name(value[:80])
                if name.role is not None:
                    return name
        return None

    def _arguments(self, bracket: int, position: int) -> list[str]:
        """Return the strings among the arguments before `position`, those of calls in them too.

        A number starts anew: what stands before it names nothing behind it.
        """
        tokens, found = self.tokens, []
        for i in range(bracket + 1, min(bracket + 400, len(tokens))):
            if tokens.parents[i] < bracket or (
                tokens.parents[i] == bracket and tokens.ordinals[i] >= position
            ):
                break
            if tokens.kinds[i] is Kind.STRING:
                found.append(tokens.word(i))
            elif tokens.kinds[i] is Kind.WORD and tokens.raw(i)[0].isdigit() and tokens.parents[i] == bracket:
                found.clear()
        return found

    def _keywords(self, bracket: int) -> dict[str, str]:
        """Return `name = "value"` and `name: "value"` pairs that stand directly in a bracket."""
        tokens, found = self.tokens, {}
        closing = tokens.partners.get(bracket, min(bracket + 400, len(tokens)))
        for i in range(bracket + 2, min(closing, bracket + 400) - 1):
            if tokens.parents[i] == bracket and tokens.raw(i) in {"=", ":", "=>"}:
                value = i + 1
                if tokens.kinds[value] in {Kind.STRING, Kind.WORD}:
                    found[tokens.word(i - 1)] = tokens.word(value)
        return found


def _in_words(text: str) -> Name:
    """Read the name in words of prose that stand before a value: "the old secret key is"."""
    words = text.split()
    while len(words) > 1 and words[-1].lower() in _FILLERS:
        words.pop()
    name = read_name(" ".join(words))
    return name if name.role is not None else read_name(words[-1])


def _is_upper(tokens: Tokens, index: int) -> bool:
    return tokens.kinds[index] is Kind.STRING and tokens.word(index).isupper()


def _variable(text: str) -> str | None:
    """Return the name of the variable in a look-up, None if there is none to be read."""
    words = re.findall(r"[A-Za-z_][\w.\-:]*", re.sub(r"^(?:process\.env\.|ENV\.|\$?\{?env:)", "", text))
    return words[-1][:80] if words else None


__all__ = ["NONE", "Binding", "bind"]
