"""What a value is called: reads a trail for the name, the call or the look-up that gives a value its role."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from okx_secret_scan.detector import brackets, cues, idioms, labels
from okx_secret_scan.detector.comparisons import told_beside
from okx_secret_scan.detector.lexer import NONE, Tokens
from okx_secret_scan.detector.names import Name, of_account, read_name, split_words, tells_account, told_apart
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.sdks import client_of, is_signer, takes_signing_key
from okx_secret_scan.detector.steps import Relation, Step, Trail
from okx_secret_scan.detector.targets import lookup_name
from okx_secret_scan.model import EnvFallback


@dataclass(frozen=True, slots=True)
class Binding:
    """How a value is bound. `call` names the client or signer that takes it in a known place.

    `positional` is the bracket and place of a value that nothing names (an argument, an element), `holder`
    the callee or the variable of that bracket. `names_only` is set where the place takes a variable's name
    or a prompt and never a value.
    """

    name: Name | None = None
    role: Role | None = None
    call: str | None = None
    env: EnvFallback | None = None
    positional: tuple[int, int] | None = None
    holder: str | None = None
    names_only: bool = False


# Calls that take a credential, as far as their names tell.
_CONNECTS = re.compile(r"(?i)ok(?:e?x|coin)|client|exchange|account|connect|cred|trad|login|auth|api")
_IDENTIFIER = re.compile(r"[A-Za-z_][\w.\- ]{1,30}")
_HEADER = 80  # characters before the bracket of a call


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
        self.holder: str | None = None
        self.account: Name | None = None
        self.around: tuple[Step, ...] = ()

    def read(self) -> Binding:
        readers = {
            Relation.NAME: self._name,
            Relation.FALLBACK: self._fallback,
            Relation.ARGUMENT: self._argument,
            Relation.ELEMENT: self._element,
            Relation.BLOCK: self._element,
            Relation.TUPLE: self._tuple,
        }
        for number, step in enumerate(self.trail.steps):
            self.around = self.trail.steps[number + 1 :]
            found = readers[step.relation](step)
            if found is not None:
                return found
        return self._outside()

    def _bound(self, name: Name) -> Binding:
        variable = labels.variable_of(name.text) if name.text.upper() == name.text else None
        if (self.default and self.env is None) or (self.env is not None and self.env.variable is None):
            self.env = EnvFallback(variable)
        if self.account is not None:
            name = of_account(name, self.account)
        for step in self.around:
            if step.relation is Relation.NAME and step.operator in {"=", ":=", ":"}:
                name = told_apart(name, read_name(step.text))
        return Binding(name, None if name.about else name.role, env=self.env, positional=self.positional)

    def _name(self, step: Step) -> Binding | None:
        name = read_name(cues.FIELD_CONTENT.sub("", step.text))
        signer = self.around[0] if self.around else step
        if signer.bracket >= 0 and takes_signing_key(signer.text.removeprefix("new "), step.text.lower()):
            return Binding(role=Role.SECRET, call=signer.text, env=self.env)
        if cues.SIGNING_OPTION.fullmatch(step.text):
            return Binding(role=Role.SECRET, call=step.text.rsplit(" ", 1)[-1], env=self.env)
        if step.operator == " ":
            name = labels.in_words(step.text)
            if cues.VALUE_OPTION.fullmatch(step.text.rsplit(" ", 1)[-1]):
                name = labels.of_command(self.outline, self.trail, name)
            if step.text.startswith("${env:"):  # Serverless: `${env:NAME, 'value'}`
                self.env = EnvFallback(labels.variable_of(step.text))
        if idioms.is_default_keyword(step.text):
            self.default = self.beside = True
            return None
        if step.text.lower() in {"id", "_id", "key"} and self._in_record(step.text.lower()):
            return Binding(replace(name, role=None, about=True))
        if step.operator == " " and name.role is None:
            if step.text.rsplit(" ", 1)[-1].lower() in cues.OF_CONTENTS:
                return Binding(name)
            self.default = self.default or idioms.is_default_keyword(step.text.rsplit(" ", 1)[-1])
            return None
        if self.positional is None and self.account is None and tells_account(name) and _is_key(step):
            self.account = name
            return None
        if self.account is not None and name.role is None:
            return Binding(self.account, env=self.env)
        if self.positional is not None and step.operator != " ":
            # The name of the array or call, not of the element; it may still say whose it is.
            return (
                Binding(env=self.env, positional=self.positional, holder=self.holder or name.text)
                if name.role is None
                else self._plural(name)
            )
        if name.role is None and set(split_words(step.text)) <= cues.VALUE_WORDS:
            self.beside = True
            return None
        return self._bound(name)

    def _in_record(self, name: str) -> bool:
        holder = next((step.bracket for step in self.around if step.bracket >= 0), NONE)
        return holder != NONE and brackets.is_record(self.tokens, holder, name)

    def _plural(self, name: Name) -> Binding:
        return Binding(name, name.role, env=self.env, positional=self.positional)

    def _fallback(self, step: Step) -> Binding | None:
        name = read_name(step.text)
        self.env = EnvFallback(labels.variable_of(step.text) if name.role is not None else None)
        return self._bound(name) if name.role is not None and not name.about else None

    def _argument(self, step: Step) -> Binding | None:
        if step.position == 0 and idioms.is_receiver_default(step.text):
            return None
        if idioms.is_default_keyword(step.text):
            return self._filter(step)
        column = brackets.column(self.tokens, step.bracket, step.position)
        if column is not None:
            return self._bound(column)
        strings = brackets.arguments(self.tokens, step.bracket, step.position)
        if self.default or self.beside:
            return self._default_of(step, strings)
        named = any(read_name(s[:80]).role for s in strings) and not cues.STORE.match(step.text)
        if cues.ASKS_A_STORE.fullmatch(step.text) and not named:
            return Binding(names_only=True, positional=(step.bracket, step.position))
        known = self._of_known_call(step)
        if known is not None:
            return known
        if _CONNECTS.search(step.text) and brackets.follows_pair(self.tokens, step.bracket, step.position):
            return self._in_turn(step)
        told = self._told_beside(step)
        if told is not None:
            return told
        found = self._named_by(step, strings) if step.position > 0 else self._first_argument(step, strings)
        if found is None and self.positional is None and not self._hands_on(step):
            self.positional, self.holder = (step.bracket, step.position), step.text
            if self._takes_account(step) and brackets.leads_to_secret(
                self.tokens, step.bracket, step.position
            ):
                return Binding(role=Role.KEY, call=step.text, env=self.env, positional=self.positional)
        return found

    def _takes_account(self, step: Step) -> bool:
        """Return whether a call makes a client, of an exchange by its name or of OKX by what is before it."""
        opened = self.tokens.starts[step.bracket]
        before = self.tokens.text[max(0, opened - _HEADER) : opened].rsplit("\n", 1)[-1]
        return owner_of(before) is Owner.OKX or cues.TAKES_ACCOUNT.fullmatch(step.text) is not None

    def _hands_on(self, step: Step) -> bool:
        """Return whether a call only hands on or transforms what it is given."""
        if cues.WRAPPER.fullmatch(step.text):
            several = brackets.has_commas(self.tokens, step.bracket)
            return not (several and step.text.endswith((".new", "::new")))
        return self._transforms(step) or self._gives_bytes(step)

    def _gives_bytes(self, step: Step) -> bool:
        return cues.BYTES.fullmatch(step.text) is not None and not brackets.has_commas(
            self.tokens, step.bracket
        )

    def _transforms(self, step: Step) -> bool:
        """Return whether a call transforms what is named outside: `secret: encryptKey("…")`."""
        last = re.split(r"[.:>]", step.text)[-1]
        return cues.TRANSFORMS.fullmatch(last) is not None and any(
            outer.relation is Relation.NAME and read_name(outer.text).role is not None
            for outer in self.around[:1]
        )

    def _told_beside(self, step: Step) -> Binding | None:
        """Read `expect(env.NAME).toBe("value")`, `edit.setText("value")`."""
        if self.positional is not None:
            return None
        names = (read_name(text[:80]) for text in told_beside(self.tokens, step))
        return next((self._bound(name) for name in names if name.role is not None and not name.about), None)

    def _in_turn(self, step: Step) -> Binding | None:
        """Read what follows a key and a secret key; what another call makes of a text is not that text."""
        if self.positional is not None:
            return None
        return Binding(role=Role.PASSPHRASE, env=self.env, positional=(step.bracket, step.position))

    def _of_known_call(self, step: Step) -> Binding | None:
        """Read the arguments of clients and of what signs."""
        client = client_of(step.text)
        if client and step.position < len(client.order):
            role = client.order[step.position]
            if role is Role.PASSPHRASE and self.positional is not None:
                return None  # what another call makes of a text: `open("…").read()`
            return Binding(role=role, call=step.text, env=self.env, positional=(step.bracket, step.position))
        if is_signer(step.text):
            return Binding(role=Role.SECRET, call=step.text, env=self.env)
        return None

    def _first_argument(self, step: Step, strings: list[str]) -> Binding | None:
        """Read `setApiKey("value")`, `set("value", forKey: "NAME")`, `Field("value", env="NAME")`."""
        keywords = brackets.keywords(self.tokens, step.bracket)
        keyed = read_name(next((v for k, v in keywords.items() if cues.KEY_KEYWORD.fullmatch(k)), ""))
        if keyed.role is not None:
            return self._bound(keyed)
        if any(cues.ENV_KEYWORD.fullmatch(k) for k in keywords):
            self.default = True
            return self._default_of(step, strings)
        if cues.WRAPPER.fullmatch(step.text) or self._transforms(step) or self._gives_bytes(step):
            return None
        last = re.split(r"[.:>]", step.text)[-1]
        own = read_name(last)
        several = last.endswith("s") and brackets.has_commas(self.tokens, step.bracket)  # `Keys("…", "…")`
        if own.role is not None and not own.about and not own.weak and not several:
            return self._bound(own)
        if cues.ASKS_FOR_A_NAME.fullmatch(last):
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
        self.env = EnvFallback(labels.variable_of(looked_up))
        return self._bound(name)

    def _named_by(self, step: Step, strings: list[str]) -> Binding | None:
        """Read `f("NAME", "value")`: a setter, or a look-up with a default."""
        text = strings[-1] if strings else ""
        if cues.COALESCE.fullmatch(step.text):
            text = next((s for s in reversed(strings) if read_name(s[:80]).role is not None), text)
        if not text and cues.NAMES_BY_WORD.fullmatch(step.text):
            text = brackets.last_word(self.tokens, step.bracket, step.position)
        if not text and cues.SETS_BY_CONSTANT.fullmatch(step.text):
            word = brackets.last_word(self.tokens, step.bracket, step.position)
            text = word if cues.CONSTANT.fullmatch(word) else ""
        name = read_name(text[:80])
        if name.role is not None and len(text) < 80:
            if not idioms.is_setter(step.text) and self.env is None:
                self.env = EnvFallback(labels.variable_of(text))
            return self._bound(name)
        if (
            idioms.is_setter(step.text)
            and step.position == 1
            and _IDENTIFIER.fullmatch(text)
            and not tells_account(name)
        ):
            return Binding(name)
        if cues.COALESCE.fullmatch(step.text):
            start = brackets.start_of(self.tokens, step)
            looked_up = lookup_name(self.tokens, step.bracket + 1, start)
            self.env = EnvFallback(labels.variable_of(looked_up))
        return None

    def _default_of(self, step: Step, strings: list[str]) -> Binding | None:
        """Read `option("--okx-secret", envvar="OKX_SECRET", default="…")`: the variable stands beside."""
        keywords = brackets.keywords(self.tokens, step.bracket)
        named = next((keywords[k] for k in keywords if k.lower() in cues.VARIABLE_KEYWORDS), None)
        named = next((keywords[k] for k in keywords if cues.ENV_KEYWORD.fullmatch(k)), named)
        variable = named or next((s for s in strings if read_name(s).role is not None), None)
        if self.default:
            self.env = EnvFallback(labels.variable_of(variable or ""))
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
        column = brackets.column(self.tokens, step.bracket, step.position)
        if column is not None:
            return self._bound(column)
        if self.account is not None and self.tokens.raw(step.bracket) == "{":
            return None
        gives = labels.of_block(step.text) if step.relation is Relation.BLOCK else None
        if gives is not None and self.positional is None:
            return self._bound(gives)
        strings = brackets.arguments(self.tokens, step.bracket, step.position)
        source = len(strings) == 2 and cues.SOURCE.fullmatch(strings[0]) is not None
        if strings and (strings[-1].startswith("-") or step.position == 1 or source):
            name = read_name(strings[-1][:80])
            if name.role is not None:
                if self.default or source:
                    self.env = EnvFallback(labels.variable_of(strings[-1]))
                return self._bound(name)
        braced = self.tokens.raw(step.bracket) == "{" and not brackets.has_commas(self.tokens, step.bracket)
        if step.position == 0 and braced and re.fullmatch(r"[\w:<>*&\s]+", step.text):
            own = read_name(step.text.rsplit(" ", 1)[-1])  # `std::string api_key{"…"}`
            if own.role is not None and not own.weak:
                return self._bound(own)
        looked_up = re.findall(r"[\"']([\w.\-]{3,60})[\"']", step.text) if step.text else []
        variable = read_name(looked_up[-1]) if looked_up else None
        if variable and variable.role is not None:
            if not step.text.startswith(("variable", "resource", "data", "output", "case", "if", "when")):
                self.env = EnvFallback(labels.variable_of(looked_up[-1]))
            return self._bound(variable)
        bracket = self.tokens.raw(step.bracket)
        if bracket == "{" and self.tokens.parents[step.bracket] == step.bracket - 1:
            return None  # a template: {{ … }}
        if (
            self.positional is None
            and not self.beside
            and (bracket != "(" or brackets.has_commas(self.tokens, step.bracket))
        ):
            self.positional = (step.bracket, step.position)
        return None

    def _beside(self, bracket: int) -> Binding | None:
        """Read the fields of a literal that say what its `value` or `default` is of."""
        keywords = brackets.keywords(self.tokens, bracket)
        variable = next((v for k, v in keywords.items() if cues.ENV_KEYWORD.fullmatch(k)), None)
        variable = variable or brackets.env_list(self.tokens, bracket)
        if variable:
            self.env = EnvFallback(labels.variable_of(variable))
        name = labels.sibling(keywords) or (read_name(variable) if variable else None)
        return self._bound(name) if name and name.role is not None else None

    def _outside(self) -> Binding:
        """Look at list items and elements around the statement: `- name: X`, next line `value: …`."""
        if self.account is not None:
            for block in self.outline.blocks(self.trail.statement)[:1]:
                label = read_name(block.label)
                if label.role is not None:
                    return self._bound(label)
        if self.beside:
            name = labels.sibling(dict(self.outline.attributes(self.trail.statement)))
            if name:
                return self._bound(name)
            for block in self.outline.blocks(self.trail.statement)[:1]:
                name = labels.sibling(dict(self.outline.fields(block.start)))
                if name:
                    return self._bound(name)
                label = read_name(block.label)
                if label.role is not None:
                    return self._bound(label)
        returned = labels.returned(self.outline, self.trail)
        if returned is not None:
            return self._bound(returned)
        env = EnvFallback(None) if self.default and self.env is None else self.env
        held = next((step.bracket for step in self.trail.steps if step.bracket >= 0), NONE)
        if env is not None and held != NONE:
            declared = labels.declared_below(self.outline, self.tokens.starts[held])
            if declared is not None:
                return Binding(declared, declared.role, env=env)
        return Binding(self.account, env=env, positional=self.positional, holder=self.holder)


def _is_key(step: Step) -> bool:
    """Return whether a step is the key of an item: `live: "…"`, `"live" => "…"`."""
    return step.operator in {":", "=>"} and not step.holder


__all__ = ["NONE", "Binding", "bind"]
