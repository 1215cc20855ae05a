"""What a value is called: reads a trail for the name, the call or the look-up that gives a value its role."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okx_secret_scan.detector import idioms
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.names import Name, Role, read_name, split_words
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.sdks import client_of, is_signer
from okx_secret_scan.detector.trail import Relation, Step, Trail
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
    "value val v data content text string default defaultvalue initial current literal raw plain "
    "initialvalue currentvalue stringvalue is _ x".split()
)
_NAME_FIELDS = frozenset("name key variable header field property param parameter option label id k".split())
_VARIABLE_KEYWORDS = frozenset("envvar env env_var validation_alias alias env_name envname name".split())
# Calls that hand on what they are given.
_WRAPPER = re.compile(
    r"(?:\w*(?:\.|::|->))*(?:SecretStr|Secret\w*|String|str|Str|bytes|from|into|new|strip|trim|encode|decode|some"
    r"|Some|Ok|Just|to_?[sS]tring|to_?[oO]wned|valueOf|format|text|b64decode|base64\w*|b64\w*|a2b\w*|atob|Buffer"
    r"|unquote|unescape|parse\w*|literal|quote|field|Field|lambda|fromhex|unhexlify|urlsafe\w*|Decode\w*|decode\w*"
    r"|StringValue|Literal|Value|cast|Box|Arc|Rc|Cow|as_str|ref|reactive|useState|computed|useRef|observable)!?"
)
_ASKS_FOR_A_NAME = re.compile(
    r"(?i).*(?:getenv|environ(?:\.get|ment.*)?|get_?env\w*|env(?:_var)?|input|getpass|prompt|password|question|ask"
    r"|get_?secret\w*|secret|get|fetch|lookup|get_?property|read|load|config|from_?environment|var|get_?string"
    r"|setting|require|need|print\w*|log|label|placeholder|gettext|t|tr|assert\w*|raise|error|exception|throw)!?"
)


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
        }
        for step in self.trail.steps:
            found = readers[step.relation](step)
            if found is not None:
                return found
        return self._outside()

    def _bound(self, name: Name) -> Binding:
        if self.default and self.env is None:
            self.env = EnvFallback(None)
        return Binding(name, None if name.about else name.role, env=self.env, positional=self.positional)

    def _name(self, step: Step) -> Binding | None:
        name = read_name(step.text)
        if idioms.is_default_keyword(step.text):
            self.default = self.beside = True
            return None
        if step.operator == " " and name.role is None:
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
        self.env = EnvFallback(_variable(step.text))
        return self._bound(name) if name.role is not None and not name.about else None

    def _argument(self, step: Step) -> Binding | None:
        strings = self._arguments(step.bracket, step.position)
        if self.default or self.beside:
            return self._default_of(step, strings)
        client = client_of(step.text)
        if client and step.position < len(client.order):
            role = client.order[step.position]
            return Binding(role=role, call=step.text, env=self.env, positional=(step.bracket, step.position))
        if is_signer(step.text):
            return Binding(role=Role.SECRET, call=step.text, env=self.env)
        if strings and step.position > 0:
            name = read_name(strings[-1])
            if name.role is not None and len(strings[-1]) < 80:
                if not idioms.is_setter(step.text) and self.env is None:
                    self.env = EnvFallback(_variable(strings[-1]))
                return self._bound(name)
        own = read_name(re.split(r"[.:>]", step.text)[-1])
        if own.role is not None and not own.about and step.position == 0 and not own.weak:
            return self._bound(own)
        if _WRAPPER.fullmatch(step.text):
            return None
        if step.position <= 0 and _ASKS_FOR_A_NAME.fullmatch(step.text):
            return Binding(names_only=True, positional=(step.bracket, max(step.position, 0)))
        if self.positional is None:
            self.positional = (step.bracket, step.position)
        return None

    def _default_of(self, step: Step, strings: list[str]) -> Binding | None:
        """Read `option("--okx-secret", envvar="OKX_SECRET", default="…")`: the variable stands beside."""
        keywords = self._keywords(step.bracket)
        named = next((keywords[k] for k in keywords if k.lower() in _VARIABLE_KEYWORDS), None)
        variable = named or next((s for s in strings if read_name(s).role is not None), None)
        if self.default:
            self.env = EnvFallback(_variable(variable or ""))
        self.default = self.beside = False
        if variable and read_name(variable).role is not None:
            return self._bound(read_name(variable))
        return None

    def _element(self, step: Step) -> Binding | None:
        if self.beside:
            name = self._sibling(self._keywords(step.bracket))
            if name:
                return self._bound(name)
        looked_up = re.findall(r"[\"']([\w.\-]{3,60})[\"']", step.text) if step.text else []
        name = read_name(looked_up[-1]) if looked_up else None
        if name and name.role is not None:
            if not step.text.startswith(("variable", "resource", "data", "output", "case", "if", "when")):
                self.env = EnvFallback(_variable(looked_up[-1]))
            return self._bound(name)
        bracket = self.tokens.raw(step.bracket)
        if self.positional is None and not self.beside and (bracket != "(" or self._has_commas(step.bracket)):
            self.positional = (step.bracket, step.position)
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
        return Binding(env=self.env, positional=self.positional)

    def _sibling(self, fields: dict[str, str]) -> Name | None:
        for key, value in fields.items():
            if key.lower() in _NAME_FIELDS:
                name = read_name(value[:80])
                if name.role is not None:
                    return name
        return None

    def _arguments(self, bracket: int, position: int) -> list[str]:
        """Return the plain strings among the arguments before `position`."""
        tokens, found = self.tokens, []
        for i in range(bracket + 1, min(bracket + 200, len(tokens))):
            if tokens.parents[i] == bracket and tokens.ordinals[i] >= position:
                break
            if tokens.parents[i] == bracket and tokens.kinds[i] is Kind.STRING:
                found.append(tokens.word(i))
            if tokens.parents[i] < bracket and i > bracket:
                break
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


def _variable(text: str) -> str | None:
    """Return the name of the variable in a look-up, None if there is none to be read."""
    words = re.findall(r"[A-Za-z_][\w.\-]*", text)
    return words[-1][:80] if words else None


__all__ = ["NONE", "Binding", "bind"]
