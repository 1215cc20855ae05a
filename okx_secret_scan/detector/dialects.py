"""What kind of text a file name promises: how unquoted values are written, and what forms blocks."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Bare(Enum):
    """How a value without quotes ends."""

    NEVER = "never"  # code: without quotes it is no literal
    WORD = "word"  # shells: at white space
    LINE = "line"  # settings: at the end of the line or at a comment
    TEXT = "text"  # prose and logs: at white space, or at the end of the line behind a header's colon


class Dialect(NamedTuple):
    """How to read a kind of file. `names` match the whole lower-case file name, with `*` at either end."""

    name: str
    names: str
    bare: Bare
    flat: bool = False  # brackets pair up within a paragraph only
    sections: bool = False  # `[name]` lines open blocks
    tags: bool = False  # <elements> form blocks
    defaults: bool = False  # what is assigned can be overridden when it runs
    prefix: bool = False  # a callee stands inside of its brackets
    raw_single: bool = False  # single quotes switch escapes off

    @property
    def only_quoted(self) -> bool:
        """Whether all values stand in quotes, but for those in comments and notes."""
        return self.bare is Bare.NEVER and not self.tags


DIALECTS = (
    Dialect("env", "*.env .env* env *.env.* .envrc *.envrc environment", Bare.LINE, flat=True, raw_single=True),
    Dialect("ini", "*.ini *.cfg *.conf *.cnf *.config.txt *.toml *.properties *.service *.desktop .netrc "
            ".npmrc .pypirc credentials *.reg *.editorconfig config", Bare.LINE, flat=True, sections=True, raw_single=True),
    Dialect("yaml", "*.yaml *.yml *.yaml.* *.yml.*", Bare.LINE, raw_single=True),
    Dialect("make", "makefile *.mk *.mak gnumakefile justfile", Bare.LINE, flat=True),
    Dialect("docker", "dockerfile *.dockerfile dockerfile.* containerfile", Bare.WORD, flat=True, defaults=True),
    Dialect("shell", "*.sh *.bash *.zsh *.fish *.ksh .*_history .*rc .*profile *.command", Bare.WORD, flat=True,
            raw_single=True),
    Dialect("batch", "*.bat *.cmd", Bare.LINE, flat=True),
    Dialect("xml", "*.xml *.config *.plist *.xaml *.csproj *.props *.resx *.html *.htm *.svg *.wxs", Bare.NEVER, tags=True),
    Dialect("json", "*.json *.jsonc *.json5 *.ipynb *.har *.jsonl *.ndjson *.webmanifest *.map", Bare.NEVER),
    Dialect("script", "*.php *.phtml *.rb *.rake *.pl *.pm *.ps1 *.psm1 *.sql", Bare.NEVER, raw_single=True),
    Dialect("lisp", "*.clj *.cljs *.cljc *.edn *.lisp *.lsp *.el *.scm *.rkt *.fnl *.hy", Bare.NEVER, prefix=True),
    Dialect(
        "code",
        "*.py *.pyi *.pyw *.pyx *.js *.jsx *.mjs *.cjs *.ts *.tsx *.mts *.cts *.vue *.svelte *.go *.java *.kt "
        "*.kts *.scala *.sc *.groovy *.gradle *.cs *.fs *.vb *.rs *.c *.h *.cc *.cpp *.cxx *.hpp *.hh *.swift "
        "*.m *.mm *.dart *.lua *.r *.rmd *.jl *.ex *.exs *.erl *.hs *.ml "
        "*.tf *.tfvars *.hcl *.sol *.nim *.zig *.cr *.css *.scss *.less *.graphql "
        "*.proto *.ipynb.py *.mq4 *.mq5 *.pine *.gs *.as *.d *.v *.sv *.coffee *.elm *.astro",
        Bare.NEVER,
    ),
)  # fmt: skip
# What opens a comment in any of them, and what opens prose over several lines.
COMMENT = re.compile(r"(?:^|[\s;{}()\[,])(?:#|//|--|/\*|\*|<!--|;|%|rem\b)", re.IGNORECASE)
TRIPLE_QUOTES = ('"""', "'''")
TEXT = Dialect("text", "*", Bare.TEXT, flat=True)


def _pattern(names: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in names.split()))


_PATTERNS = tuple((_pattern(dialect.names), dialect) for dialect in DIALECTS)
_SUFFIXES = (
    ".example",
    ".sample",
    ".template",
    ".dist",
    ".bak",
    ".old",
    ".orig",
    ".save",
    ".tmpl",
    ".j2",
    "~",
)


def dialect_of(path: str | None) -> Dialect:
    """Return how to read the file at `path`; plain text if the name promises nothing."""
    name = (path or "").rsplit("/", 1)[-1].lower()
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    return next((dialect for pattern, dialect in _PATTERNS if pattern.fullmatch(name)), TEXT)
