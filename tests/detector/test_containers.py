"""Archives and compressed files, made in memory, with what stands in them and what is wrong with them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import could_match, detect
from okx_secret_scan.detector.containers import Limits, Member, members
from okx_secret_scan.model import Blob, Detection, Finding, Gap, Severity, Source
from tests.values import account, api_key, secret_key

Files = Mapping[str, bytes]


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(files: Files, form: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def settings_file() -> bytes:
    values = account()
    return (
        f'OKX_API_KEY = "{values.key}"\nOKX_SECRET_KEY = "{values.secret}"\n'
        f'OKX_PASSPHRASE = "{values.passphrase}"\n'
    ).encode()


def scan(data: bytes, path: str | None = "a.zip") -> Detection:
    return detect(Blob(data, path, "ab" * 20))


def messages(detection: Detection) -> list[str]:
    return [gap.message for gap in detection.gaps]


def alike(findings: tuple[Finding, ...]) -> list[object]:
    """What of findings does not depend on where the file lies; credentials by their first appearance."""
    names: dict[str, int] = {}
    return [
        (f.rule, f.secret, f.location, f.severity, f.encoding, names.setdefault(f.credential, len(names)))
        for f in findings
    ]


PACKERS: dict[str, Callable[[Files], bytes]] = {
    "a.zip": zipped,
    "stored.zip": lambda files: zipped(files, zipfile.ZIP_STORED),
    "bot-1.0-py3-none-any.whl": lambda files: zipped(files, zipfile.ZIP_LZMA),
    "app.jar": lambda files: zipped(files, zipfile.ZIP_BZIP2),
    "a.tar": tarred,
    "old.tar": lambda files: tarred(files, tarfile.USTAR_FORMAT),
    "gnu.tar": lambda files: tarred(files, tarfile.GNU_FORMAT),
    "a.tar.gz": lambda files: gzip.compress(tarred(files)),
    "a.tgz": lambda files: gzip.compress(tarred(files)),
    "a.tar.bz2": lambda files: bz2.compress(tarred(files)),
    "a.txz": lambda files: lzma.compress(tarred(files)),
}


@pytest.mark.parametrize("path", sorted(PACKERS))
def test_members_are_scanned_like_files(path: str) -> None:
    files = {
        "README.md": b"# nothing to see\n",
        "src/bot/config.py": settings_file(),
        ".env": settings_file().replace(b'"', b"").replace(b" ", b""),
        "okx/" + "long" * 30 + "/settings.json": b'{"okx": {"apiKey": "%s"}}' % api_key().encode(),
    }
    data = PACKERS[path](files)
    assert could_match(data, path)
    detection = scan(data, path)
    assert detection.gaps == ()
    found = {name: [f for f in detection.findings if f.path == f"{path}!{name}"] for name in files}
    assert sum(map(len, found.values())) == len(detection.findings) == 7
    for name, content in files.items():
        plain = detect(Blob(content, name)).findings
        assert alike(tuple(found[name])) == alike(plain)
    assert {f.blob for f in detection.findings} == {"ab" * 20}
    assert {f.file for f in detection.findings} == {path}


@settings(max_examples=40, deadline=None)
@given(
    path=st.sampled_from(sorted(PACKERS)),
    names=st.lists(st.from_regex(r"\A[a-z]{1,8}(?:/[a-z]{1,8}){0,2}\.(?:py|json|env|txt)\Z"), unique=True),
    noise=st.binary(max_size=400),
)
def test_a_member_gives_what_the_file_gives(path: str, names: list[str], noise: bytes) -> None:
    files = {name: random.choice((settings_file(), noise, noise + b"\n" + settings_file())) for name in names}
    detection = scan(PACKERS[path](files), path)
    for name, content in files.items():
        if content[:2] == b"PK" or not content:
            continue
        found = tuple(f for f in detection.findings if f.path == f"{path}!{name}")
        assert alike(found) == alike(detect(Blob(content, name)).findings)


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize(
    ("path", "inner"), [("conf/settings.py.gz", "settings.py"), ("dump", "dump"), (None, "content")]
)
def test_a_compressed_file_has_the_name_it_was_compressed_from(
    compress: Callable[[bytes], bytes], path: str | None, inner: str
) -> None:
    detection = scan(compress(settings_file()), path)
    assert [f.path for f in detection.findings] == [f"{path or ''}!{inner}"] * 3
    assert {f.severity for f in detection.findings} == {Severity.CRITICAL}


def test_containers_nest() -> None:
    inside = zipped({"deep/config.py": settings_file()}, zipfile.ZIP_STORED)
    data = gzip.compress(tarred({"libs/bot.jar": inside, "log.gz": gzip.compress(settings_file())}))
    assert sorted({f.path or "" for f in scan(data, "x/all.tar.gz").findings}) == [
        "x/all.tar.gz!libs/bot.jar!deep/config.py",
        "x/all.tar.gz!log.gz!log",
    ]


def test_credentials_of_members_stay_apart() -> None:
    detection = scan(zipped({"a.py": settings_file(), "b.py": settings_file()}))
    by_member = {
        f.member: {g.credential for g in detection.findings if g.member == f.member}
        for f in detection.findings
    }
    assert [len(names) for names in by_member.values()] == [1, 1]
    assert len(set.union(*by_member.values())) == 2


def test_gzip_of_several_parts_is_read_to_its_end() -> None:
    data = gzip.compress(b"first\n") + gzip.compress(settings_file()) + bytes(512)
    detection = scan(data, "log.gz")
    assert len(detection.findings) == 3
    assert detection.gaps == ()


def test_messages_are_no_containers() -> None:
    data = zipped({"a.py": settings_file()})
    assert detect(Blob(data, None, "ab" * 20, Source.COMMIT_MESSAGE)).findings == ()


def test_what_only_begins_like_an_archive_is_read_as_it_is() -> None:
    detection = scan(b"PK\x03\x04 is how zip files begin\n" + settings_file(), "notes.txt")
    assert [(f.path, f.location.line) for f in detection.findings] == [("notes.txt", n) for n in (2, 3, 4)]
    assert messages(detection) == ["damaged: not read, or not to its end"]
    assert {gap.path for gap in detection.gaps} == {"notes.txt"}
    assert {gap.oid for gap in detection.gaps} == {"ab" * 20}


def test_a_text_about_bzip2_is_a_text() -> None:
    detection = scan(b"BZh9 is how bzip2 files begin\n" + settings_file(), "notes.txt")
    assert (len(detection.findings), detection.gaps) == (3, ())


@pytest.mark.parametrize("path", sorted(PACKERS))
def test_a_cut_archive_is_told_and_what_is_left_is_read(path: str) -> None:
    # The sum before the first line of a stored file may be a quote.
    first, noise = b"\n" + settings_file(), random.Random(1).randbytes(300_000)
    data = PACKERS[path]({"a.py": first, "b.bin": noise})
    detection = scan(data[: len(data) * 2 // 3], path)
    assert {message.removeprefix("b.bin: ") for message in messages(detection)} == {
        "damaged: not read, or not to its end"
    }
    assert len(detection.gaps) == 1
    if path.endswith(".tar") or path in {"a.tar.gz", "a.tgz", "a.txz", "stored.zip"}:
        assert len(detection.findings) == 3


def test_damage_in_one_member_leaves_the_others() -> None:
    data = bytearray(zipped({"a.py": settings_file(), "b.py": settings_file(), "c.py": b"x = 1\n" * 50}))
    data[data.index(b"b.py") + 30] ^= 0xFF
    detection = scan(bytes(data))
    assert {f.path for f in detection.findings} >= {"a.zip!a.py"}
    assert messages(detection) == ["b.py: damaged: not read, or not to its end"]


@pytest.mark.parametrize("where", [512 + 10_240, 0])
def test_a_tar_that_goes_on_with_something_else_is_told(where: int) -> None:
    data = bytearray(tarred({"a.bin": bytes(10_240), "b.py": settings_file()}))
    data[where : where + 148] = b"?" * 148
    if where:
        assert messages(scan(bytes(data), "a.tar")) == ["damaged: not read, or not to its end"]
    else:
        # Without its first name and sum it is no tar any more, so it is read as it is.
        detection = scan(bytes(data), "a.tar")
        assert len(detection.findings) == 3
        assert len(detection.gaps) == 1


def test_a_tar_that_leads_back_ends() -> None:
    data = bytearray(tarred({"a.py": settings_file()}, tarfile.GNU_FORMAT))
    data[124:136] = b"\xff" * 8 + (-1024).to_bytes(4, "big", signed=True)
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data[:512])
    assert messages(scan(bytes(data), "a.tar")) == ["damaged: not read, or not to its end"]


def test_encrypted_members_are_told_once() -> None:
    data = bytearray(zipped({f"{n}.py": settings_file() for n in range(5)}))
    for position in range(len(data) - 4):
        if data[position : position + 4] == b"PK\x03\x04":
            data[position + 6] |= 1
        elif data[position : position + 4] == b"PK\x01\x02":
            data[position + 8] |= 1
    detection = scan(bytes(data))
    assert detection.findings == ()
    assert messages(detection) == ["0.py and 4 more: encrypted: not read"]


def test_an_unknown_method_is_told() -> None:
    data = bytearray(zipped({"a.py": settings_file()}, zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 10] = data[8] = 98
    assert messages(scan(bytes(data))) == ["a.py: packed by an unknown method: not read"]


def test_a_value_in_a_name_does_not_get_into_messages() -> None:
    value = secret_key()
    (message,) = messages(scan(zipped({f"okx_{value}.gz": gzip.compress(b"x" * 99)[:-4]})))
    assert value not in message


def read(data: bytes, limits: Limits, path: str = "a") -> tuple[list[str], list[str]]:
    items = list(members(data, path, limits))
    return [m.name for m in items if isinstance(m, Member)], [g.message for g in items if isinstance(g, Gap)]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_limits_of_members(pack: Callable[[Files], bytes]) -> None:
    data = pack({"a": b"1" * 50, "b": b"2" * 200, "c": b"3" * 60})
    assert read(data, Limits(member=100)) == (["a", "c"], ["b: larger than 100 bytes unpacked: not read"])
    names, gaps = read(data, Limits(total=240))
    assert names == ["a"]
    assert gaps == ["unpacks to more than 240 bytes: the rest was not read"]
    names, gaps = read(data, Limits(members=2))
    assert names == (["a", "b"] if pack is tarred else [])
    assert len(gaps) == 1
    assert "more than 2 files" in gaps[0]


def test_limit_of_a_compressed_file() -> None:
    data = gzip.compress(bytes(1000))
    assert read(data, Limits(member=999)) == ([], ["larger than 999 bytes unpacked: not read"])
    assert read(data, Limits(member=1000)) == (["a"], [])


def test_limit_of_depth() -> None:
    data = b"OKX"
    for level in range(6):
        data = zipped({f"{level}.zip" if level else "note": data})
    names, gaps = read(data, Limits())
    assert names == []
    assert gaps == ["5.zip!4.zip!3.zip!2.zip!1.zip: nested in more than 5 containers: not read"]
    assert read(data, Limits(depth=6)) == (["5.zip!4.zip!3.zip!2.zip!1.zip!note"], [])


@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, lzma.compress, lambda data: zipped({"a": data})]
)
def test_a_bomb_is_left_alone(pack: Callable[[bytes], bytes]) -> None:
    data = pack(bytes(40 << 20))
    names, gaps = read(data, Limits(ratio=100))
    assert names == []
    assert [gap.removeprefix("a: ") for gap in gaps] == ["unpacks to more than 100 times its size: not read"]


def test_a_log_of_equal_lines_is_no_bomb() -> None:
    line = b"nothing new on okx\n"
    detection = scan(gzip.compress(line * 200_000 + settings_file()), "bot.log.gz")
    assert (len(detection.findings), detection.gaps) == (3, ())


def test_many_entries_are_not_even_listed() -> None:
    entry = zipped({"a": b""})
    start = entry.index(b"PK\x01\x02")
    data = entry[:start] + entry[start:-22] * 500 + entry[-22:]
    assert read(data, Limits(members=100)) == ([], ["holds more than 100 files: not read"])


@settings(max_examples=300, deadline=None)
@given(
    path=st.sampled_from(sorted(PACKERS)),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6),
    end=st.floats(0, 1),
)
def test_no_damage_raises(path: str, changes: list[tuple[float, int]], end: float) -> None:
    data = bytearray(PACKERS[path]({"a.py": b'x = "1"\n' * 20, "b/c.gz": gzip.compress(b"y = 2\n")}))
    for place, byte in changes:
        data[int(place * len(data))] = byte
    for item in members(bytes(data[: 8 + int(end * len(data))]), path, Limits(total=1 << 20)):
        assert isinstance(item, Member | Gap)


def test_raw_deflate_is_no_container() -> None:
    assert scan(zlib.compress(settings_file()), "a.bin") == Detection()
