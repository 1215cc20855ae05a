# okx-secret-scan: allow-file (the samples are made up)
"""Times the detector on adversarial content while its size doubles: nothing may cost more than its size.

Each family repeats what makes scanners hang: quotes and brackets that never close, runs that start a pattern
again at each character, names without values, values without names. A family at a size runs in a process of
its own, so that one that hangs is cut off and reported. Times are CPU seconds of the gate and the detector,
once as it is, with the search for comments that allow a finding, and once made to read all of a large text; a
ratio is that of a size to the one before it.

    python benchmarks/linear.py --sizes 0.25 0.5 1 2
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from itertools import pairwise

from okx_secret_scan.detector import could_match, detect, prefilter
from okx_secret_scan.model import Blob
from okx_secret_scan.policy import pragmas

MEGABYTE = 1 << 20
LIMIT = 60  # seconds for one family at one size


def _secret(source: random.Random) -> str:
    return "".join(source.choices("0123456789ABCDEF", k=32))


def _key(source: random.Random) -> str:
    return str(uuid.UUID(int=source.getrandbits(128), version=4))


def _account(source: random.Random) -> str:
    key, secret, passphrase = _key(source), _secret(source), f"Xy7!{_secret(source)[:9]}"
    return f'apiKey: "{key}", secretKey: "{secret}", passphrase: "{passphrase}"'


def _repeat(unit: str) -> Callable[[int, random.Random], str]:
    return lambda size, _: unit * (size // len(unit.encode()))


def _each(make: Callable[[random.Random], str]) -> Callable[[int, random.Random], str]:
    def text(size: int, source: random.Random) -> str:
        parts, length = [], 0
        while length < size:
            parts.append(make(source))
            length += len(parts[-1])
        return "".join(parts)

    return text


def _staircase(size: int, _: random.Random) -> str:
    steps = int((2 * size) ** 0.5)
    return "\n".join(" " * i + "a:" for i in range(steps))


def _wide_then(unit: str) -> Callable[[int, random.Random], str]:
    return lambda size, source: unit * (size // len(unit)) + f' okx_secret_key = "{_secret(source)}"'


FAMILIES: dict[str, tuple[str, Callable[[int, random.Random], str]]] = {
    "double quotes": ("a.txt", _repeat('"')),
    "single quotes": ("a.py", _repeat("'")),
    "quotes apart": ("a.py", _repeat('" ')),
    "mixed quotes": ("a.py", _repeat("\"'`")),
    "three quotes": ("a.py", _repeat('"""a\n')),
    "escaped quotes": ("a.py", _repeat('\\"')),
    "addresses": ("a.md", _each(lambda source: f"okx https://a.example.org/b/{_key(source)}.png ")),
    "items": ("a.json", _each(lambda source: f'{{"okx": {{"orderId": "{_key(source)}"}}}},')),
    "an open string": ("a.py", lambda size, _: '"' + "a" * size),
    "an open string of escapes": ("a.py", lambda size, _: '"' + "\\a" * (size // 2)),
    "back quotes": ("a.js", _repeat("`a ")),
    "hash quotes": ("a.rs", _repeat('r#"')),
    "hashes": ("a.rs", _repeat("#")),
    "open brackets": ("a.py", _repeat("(")),
    "open braces": ("a.json", _repeat('{"a":')),
    "closing brackets": ("a.py", _repeat(")")),
    "wrong brackets": ("a.py", _repeat("([{)]}")),
    "calls in calls": ("a.py", _repeat("f(")),
    "a nest": (
        "a.py",
        lambda size, s: "f(" * (size // 3) + f'okx_secret="{_secret(s)}"' + ")" * (size // 3),
    ),
    "values in nests": (
        "a.py",
        _each(lambda s: f'f([{{"{_secret(s)}",'),
    ),
    "a nest of values": (
        "a.py",
        _each(lambda s: f'okx(secret="{_secret(s)}",x=['),
    ),
    "a form": ("a.txt", _repeat("a=b&")),
    "a form of passphrases": ("a.txt", _repeat("passphrase=Abc12345!&")),
    "a form of values": ("a.txt", _each(lambda s: f"okx_key={_key(s)}&okx_secret={_secret(s)}&")),
    "keys in an array": ("a.json", lambda size, s: "[" + _each(lambda s: f'"{_key(s)}",')(size, s) + "]"),
    "accounts in a line": ("a.js", _each(lambda s: f"{{okx: {{{_account(s)}}}}},")),
    "secrets in an array": (
        "a.json",
        lambda size, s: "[" + _each(lambda s: f'"{_secret(s)}",')(size, s) + "]",
    ),
    "keys by lines": ("a.txt", _each(lambda s: f"{_key(s)}\n")),
    "secrets by lines": ("a.txt", _each(lambda s: f"okx_secret={_secret(s)}\n")),
    "pairs by lines": ("a.env", _each(lambda s: f"OKX_API_KEY={_key(s)}\nOKX_SECRET_KEY={_secret(s)}\n")),
    "pairs in an array": (
        "a.py",
        _each(lambda s: f'{{"api_key":"{_key(s)}","secret":"{_secret(s)}","passphrase":"Abc12345!x"}},'),
    ),
    "orders in a row": ("a.json", _each(lambda s: f'{{"ordId":"{_key(s)}","exchange":"okx"}},')),
    "bare pairs on one line": ("a.txt", _each(lambda s: f"key {_key(s)} secret {_secret(s)} ")),
    "settings on one line of code": ("a.py", _repeat("okx_passphrase=Abc12345!x;user=a;")),
    "passphrases far apart on one line": (
        "a.xml",
        _repeat("word " * 4_000 + "OKX passphrase: Abc12345!x "),
    ),
    "passphrases far apart in one string": (
        "a.json",
        lambda size, _: f'"{"word " * 4_000 + "OKX passphrase: Abc12345!x "}' * (size // 20_027),
    ),
    "percent runs": ("a.txt", _repeat("%41")),
    "percent words": ("a.txt", _repeat("abc%")),
    "a percent run": ("a.txt", lambda size, _: "a" * size + "%"),
    "tabs": ("a.txt", _repeat("\t ")),
    "dashes": ("a.txt", _repeat("-")),
    "dashed words": ("a.txt", _repeat("a-")),
    "a base64 run": ("a.txt", _each(lambda s: s.choice("ABCDEFabcdef0123456789+/"))),
    "base64 runs": ("a.txt", _each(lambda s: "".join(s.choices("MNOQRabcdef0123456789", k=60)) + " ")),
    "base64 in strings": ("a.py", _each(lambda s: '"' + "".join(s.choices("MNOQRabcdef", k=60)) + '",')),
    "a hex run": ("a.txt", _repeat("3041")),
    "an upper hex run": ("a.txt", _each(lambda s: s.choice("0123456789ABCDEF"))),
    "a lower hex run": ("a.txt", _each(lambda s: s.choice("0123456789abcdef"))),
    "hex pieces": ("a.py", _each(lambda s: f'"{_secret(s)[:6]}" + ')),
    "hex pieces on lines": ("a.py", _each(lambda s: f'"{_secret(s)[:6]}"\n')),
    "hex continued": ("a.txt", _each(lambda s: f"{_secret(s)[:8]}\\\n")),
    "backslashes": ("a.py", _repeat("\\")),
    "backslashes in a string": ("a.py", lambda size, _: '"' + "\\" * size + '"'),
    "unicode escapes": ("a.py", lambda size, _: '"' + "\\u0041" * (size // 6) + '"'),
    "entities": ("a.html", _repeat("&#65;")),
    "templates": ("a.sh", _repeat("${")),
    "templates of names": ("a.sh", _repeat("${OKX_PASSPHRASE:-")),
    "templates with defaults": ("a.sh", _repeat("${OKX_PASSPHRASE:-Abc12345!} ")),
    "blank templates": ("a.sh", _repeat("${ ")),
    "a blank template": ("a.sh", lambda size, _: "${" + " " * size + "passphrase Abc12345!"),
    "passphrases": ("a.txt", _repeat("passphrase")),
    "passphrase words": ("a.txt", _repeat("passphrase ")),
    "passphrase names": ("a.env", _repeat("okx_passphrase=\n")),
    "passphrases by lines": ("a.env", _repeat("okx_passphrase=Abc12345!\n")),
    "passphrases in a row": ("a.yaml", _repeat("okx_passphrase: Abc12345! ")),
    "passphrase strings": ("a.py", _repeat('okx_passphrase="Abc12345!";')),
    "passphrase arguments": ("a.py", _repeat('okx(passphrase="Abc12345!",')),
    "passphrase indented": ("a.py", _repeat("passphrase" + " " * 200)),
    "dotted names": ("a.py", _repeat("passphrase.")),
    "commas": ("a.py", _wide_then(",")),
    "dots": ("a.py", _wide_then(".")),
    "words": ("a.txt", _wide_then("a ")),
    "blanks": ("a.txt", _wide_then(" ")),
    "line ends": ("a.txt", _wide_then("\n")),
    "blank lines": ("a.yaml", _wide_then(" \n")),
    "equals": ("a.py", _wide_then("=")),
    "colons": ("a.yaml", _wide_then("a: ")),
    "assignments": ("a.py", _wide_then("a = ")),
    "pluses": ("a.py", _repeat('"ABCD" + ')),
    "question marks": ("a.js", _repeat("a ? b : ")),
    "or": ("a.py", _repeat('okx_secret or "ABCDEF" or ')),
    "tags": ("a.xml", _repeat("<a>")),
    "closing tags": ("a.xml", _repeat("<a></b>")),
    "open tags": ("a.xml", _repeat("<")),
    "open tags with names": ("a.xml", _repeat("<a ")),
    "attributes": ("a.xml", lambda size, _: "<a " + 'b="c" ' * (size // 6)),
    "attributes with values": ("a.xml", _each(lambda s: f'<okx secret="{_secret(s)}">')),
    "attributes of one tag": (
        "a.xml",
        lambda size, s: "<a " + _each(lambda s: f'okx_secret="{_secret(s)}" ')(size, s),
    ),
    "values in tags": ("a.xml", _each(lambda s: f"<okx><secret>{_secret(s)}</secret>")),
    "steps": ("a.yaml", _staircase),
    "steps with values": (
        "a.yaml",
        lambda size, s: "\n".join(
            f"{' ' * i}- okx_secret: {_secret(s)}" for i in range(int((2 * size) ** 0.5))
        ),
    ),
    "sections": ("a.ini", _each(lambda s: f"[okx]\nsecret={_secret(s)}\n")),
    "open sections": ("a.ini", _repeat("[")),
    "a section without end": ("a.ini", _wide_then("[ a")),
    "list items": ("a.yaml", _each(lambda s: f"- okx_secret: {_secret(s)}\n")),
    "a table": (
        "a.csv",
        lambda size, s: (
            "api_key,secret_key,passphrase\n"
            + _each(lambda s: f"{_key(s)},{_secret(s)},Abc12345!x\n")(size, s)
        ),
    ),
    "tables": ("a.md", _repeat("| api_key | secret_key | passphrase |\n|---|---|---|\n")),
    "bars": ("a.md", _repeat("|")),
    "headings": ("a.md", _repeat("# okx\n")),
    "comment signs": ("a.py", _repeat("# ")),
    "comments with values": ("a.py", _each(lambda s: f"# okx_secret = {_secret(s)}\n")),
    "comments of one paragraph": ("a.py", _each(lambda s: f'# okx\nx="{_secret(s)}"\n')),
    "slashes": ("a.js", _repeat("/")),
    "host names": ("a.txt", _repeat("okx.")),
    "words of OKX": ("a.txt", _repeat("okx ")),
    "imports": ("a.txt", _repeat("import ")),
    "imports on lines": ("a.txt", _repeat("from a\n")),
    "word lists": ("a.rb", _repeat("%w[")),
    "word lists of values": ("a.rb", _each(lambda s: f"%w[{_key(s)} {_secret(s)} Abc12345!x]\n")),
    "struct tags": ("a.go", _repeat('env:"OKX_SECRET" ')),
    "a struct tag": ("a.go", lambda size, _: "`" + 'env:"OKX_SECRET" ' * (size // 18) + "`"),
    "tokens": ("a.txt", _repeat("eyJhbGciOiJ9.")),
    "token starts": ("a.txt", _repeat("eyJ")),
    "a token start": ("a.txt", lambda size, _: "eyJ" + "a" * size),
    "token heads": ("a.txt", lambda size, _: "eyJaaaaaaaa.eyJ" * (size // 15)),
    "settings and blanks": ("a.env", lambda size, _: "okx_name " + " " * size),
    "numbered exchanges": ("a.env", _repeat("EXCHANGE_1_NAME=okx\n")),
    "numbered accounts": (
        "a.env",
        _each(
            lambda s: f"EXCHANGE_{s.randrange(10**6)}_NAME=okx\nSECRET_{s.randrange(10**6)}={_secret(s)}\n"
        ),
    ),
    "rows of keys": ("a.txt", _each(lambda s: f"okx {_key(s)}" + " " * 200)),
    "rows of values": ("a.txt", _each(lambda s: f"okx {_key(s)} {_secret(s)} Abc12345!x\n")),
    "labels": ("a.txt", _repeat("okx passphrase\n")),
    "labels and blanks": ("a.txt", _repeat("okx passphrase" + " " * 200)),
    "values under labels": ("a.txt", _each(lambda s: f"Secret key\n{_secret(s)}\n")),
    "names for passphrases": ("a.py", _repeat('x = "Abc12345!"\nf(password=x)\n')),
    "arguments behind a secret key": ("a.py", _repeat("f(api_key, secret_key, x)\n")),
    "tested look-ups": ("a.py", _each(lambda s: f'if not okx_secret:\n    v = "{_secret(s)}"\n')),
    "tests of tests": ("a.sh", _each(lambda s: f"if [ -z $OKX_SECRET ]; then X={_secret(s)}; ")),
    "calls in lists": ("a.clj", _repeat("(or ")),
    "arguments in lists": ("a.clj", _each(lambda s: f'(get env "OKX_SECRET" "{_secret(s)}") ')),
    "commands": ("a.sh", _each(lambda s: f"gh secret set OKX_SECRET --body {_secret(s)} \\\n")),
    "login frames": ("a.js", _repeat('{"op":"login","args":[')),
    "strings in strings": (
        "a.json",
        _each(lambda s: f'"{{\\"okx\\":{{\\"secret\\":\\"{_secret(s)}\\"}}}}",'),
    ),
    "statements of a database": (
        "a.sql",
        lambda size, s: (
            "INSERT INTO t (api_key, secret_key) VALUES "
            + _each(lambda s: f"('{_key(s)}', '{_secret(s)}'),")(size, s)
        ),
    ),
    "a row of columns": (
        "a.sql",
        lambda size, s: (
            "INSERT INTO t ("
            + "a," * (size // 20)
            + "b) VALUES ("
            + _each(lambda s: f"'{_secret(s)}',")(size, s)
            + ")"
        ),
    ),
    "assigned nests": (
        "a.py",
        lambda size, s: "(" * (size // 45) + _each(lambda s: f'"{_secret(s)}")=')(size, s),
    ),
    "fallback nests": (
        "a.py",
        lambda size, s: "(" * (size // 45) + _each(lambda s: f'"{_secret(s)}") or ')(size, s),
    ),
    "prefixes of a bracket": (
        "a.py",
        lambda size, s: "!" * (size // 2) + "(" + _each(lambda s: f'("{_secret(s)}"),')(size // 2, s),
    ),
    "line ends before values": (
        "a.py",
        lambda size, s: "f(" + "\n" * (size // 2) + _each(lambda s: f'("{_secret(s)}"),')(size // 2, s),
    ),
    "a chain of calls": (
        "a.py",
        lambda size, s: "a()." * (size // 8) + "f(" + _each(lambda s: f'"{_secret(s)}",')(size // 2, s),
    ),
    "a long name of a block": (
        "a.py",
        lambda size, s: (
            '{"' + "a" * (size // 2) + '": {' + _each(lambda s: f'"b": "{_secret(s)}",')(size // 2, s)
        ),
    ),
    "options on one line": ("a.sh", _repeat("gpg --passphrase Abc12345! ")),
    "tags with open quotes": ("a.xml", _repeat('<a "')),
    "words and tildes": ("a.txt", _repeat("abcdefghijklmnopq~")),
    "raw strings": ("a.rs", _repeat('#"a ')),
    "quoted words": ("a.rb", _repeat("%q(")),
    "passwords in a string": ("a.py", lambda size, _: '"' + "password" * (size // 8) + '"'),
    "identifiers in a name": ("a.py", lambda size, _: "idX" * (size // 3) + ' = "'),
    "dummies": ("a.py", _repeat('api_key = "x"\n')),
    "names": ("a.py", lambda size, s: "a" * size + f'okx_secret="{_secret(s)}"'),
    "a name of words": ("a.py", lambda size, s: "aB" * (size // 2) + f'okx_secret="{_secret(s)}"'),
    "NUL": ("a.bin", _repeat("\0a")),
    "no ASCII": ("a.txt", _repeat("欧 ")),
    "Cyrillic": ("a.txt", _wide_then("я")),
}


def run(family: str, size: int) -> float:
    """Return the CPU seconds that the gate and the detector take on `size` bytes of `family`."""
    path, make = FAMILIES[family]
    text = make(size, random.Random(family))
    # A value at the end lets the whole text in, and makes the detector look back over it.
    data = (text + f'\n\nokx_secret_key = "{_secret(random.Random(size))}"\n').encode()
    could_match(b"", None)
    detect(Blob(b"okx", path))
    start = time.process_time()
    could_match(data, path)
    could_match(data.replace(b"okx", b"abc"), "a.txt")
    pragmas.apply(detect(Blob(data, path)).findings, data.decode())
    prefilter.WHOLE = sys.maxsize
    detect(Blob(data, path))
    # The same at the end of a text, where nothing comes that could end what has begun.
    detect(Blob(data[len(text.encode()) :] + text.encode(), path))
    return time.process_time() - start


def _in_process(family: str, size: int) -> float | None:
    command = (sys.executable, __file__, "--one", family, str(size))
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=True)
    except subprocess.TimeoutExpired:
        return None
    return float(done.stdout)


def main() -> None:
    """Print a line for each family: seconds at each size, and the worst ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=float, nargs="+", default=[0.25, 0.5, 1, 2], help="in megabytes")
    parser.add_argument("--families", nargs="*", choices=FAMILIES, metavar="NAME", default=list(FAMILIES))
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(run(arguments.one[0], int(arguments.one[1])))
        return
    print(f"{'family':28}" + "".join(f"{size:>8} MB" for size in arguments.sizes) + "   worst ratio")
    for family in arguments.families:
        seconds: list[float] = []
        for size in arguments.sizes:
            taken = _in_process(family, int(size * MEGABYTE))
            if taken is None:
                break
            seconds.append(taken)
        ratios = [b / a for a, b in pairwise(seconds) if b > 0.1]
        cut = "" if len(seconds) == len(arguments.sizes) else f"  more than {LIMIT} s at the next size"
        worst = f"{max(ratios):14.2f}" if ratios else f"{'-':>14}"
        print(f"{family:28}" + "".join(f"{s:11.3f}" for s in seconds) + worst + cut, flush=True)


if __name__ == "__main__":
    main()
