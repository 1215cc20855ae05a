"""A repository with a value in each place where git can keep one."""

from __future__ import annotations

import base64
import gzip
import json
import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.repository import Repository
from tests.values import secret_key

PLACES: dict[str, Callable[[Repository, str], None]] = {}
"""Every way to hide a value, by name: puts the second argument into the first."""

Hide = Callable[[Repository, str], None]


def place(hide: Hide) -> Hide:
    """Add `hide` to the places; it must leave the work tree clean and on the branch main."""
    PLACES[hide.__name__] = hide
    return hide


def fill(repository: Repository) -> dict[str, str]:
    """Hide a fresh secret key in every place and return them by the place's name."""
    repository.commit({"README.md": "A trading bot.\n"}, message="Begin")
    values = {}
    for name, hide in PLACES.items():
        values[name] = secret_key()
        hide(repository, values[name])
    # Whatever commits next would take this along, so it comes last.
    values["staged"] = secret_key()
    repository.add({"staged.py": line(values["staged"])})
    return values


def line(value: str) -> str:
    """Return a line of Python that leaks `value`."""
    return f'OKX_SECRET_KEY = "{value}"\n'


@place
def file(repository: Repository, value: str) -> None:
    repository.commit({"bot/config.py": line(value)})


@place
def deleted_file(repository: Repository, value: str) -> None:
    repository.commit({"old.py": line(value)})
    (repository.path / "old.py").unlink()
    repository.commit()


@place
def overwritten_line(repository: Repository, value: str) -> None:
    repository.commit({"rotated.py": line(value)})
    repository.commit({"rotated.py": 'OKX_SECRET_KEY = os.environ["OKX_SECRET_KEY"]\n'})


@place
def root_commit(repository: Repository, value: str) -> None:
    repository.git("checkout", "--quiet", "--orphan", "other-root")
    repository.commit({"first.py": line(value)})
    repository.git("checkout", "--quiet", "main")


@place
def utf16_little_endian(repository: Repository, value: str) -> None:
    repository.commit({"le.ps1": b"\xff\xfe" + line(value).encode("utf-16-le")})


@place
def utf16_big_endian(repository: Repository, value: str) -> None:
    repository.commit({"be.ps1": b"\xfe\xff" + line(value).encode("utf-16-be")})


@place
def nul_bytes(repository: Repository, value: str) -> None:
    repository.commit({"core.dump": b"\x00\x01\x02\n" + line(value).encode() + b"\x00\xff" * 20})


@place
def binary_attribute(repository: Repository, value: str) -> None:
    repository.commit({"binary/.gitattributes": "*.py binary\n", "binary/config.py": line(value)})


@place
def no_diff_attribute(repository: Repository, value: str) -> None:
    repository.commit({"nodiff/.gitattributes": "*.py -diff\n", "nodiff/config.py": line(value)})


@place
def evil_merge_new_file(repository: Repository, value: str) -> None:
    _merge(repository, "evil-file")
    repository.add({"evil.py": line(value)})
    repository.git("commit", "--quiet", "--amend", "--no-edit")


@place
def evil_merge_changed_line(repository: Repository, value: str) -> None:
    repository.commit({"changed.py": "OKX_SECRET_KEY = None\n"})
    _merge(repository, "evil-line")
    repository.add({"changed.py": line(value)})
    repository.git("commit", "--quiet", "--amend", "--no-edit")


@place
def stash_of_tracked_file(repository: Repository, value: str) -> None:
    repository.write("README.md", line(value))
    repository.git("stash", "push", "--quiet")


@place
def stash_of_untracked_file(repository: Repository, value: str) -> None:
    repository.write("untracked.py", line(value))
    repository.git("stash", "push", "--quiet", "--include-untracked")


@place
def stash_of_index(repository: Repository, value: str) -> None:
    repository.add({"README.md": line(value)})
    repository.write("README.md", "Clean again.\n")
    repository.git("stash", "push", "--quiet")


@place
def dropped_stash(repository: Repository, value: str) -> None:
    repository.write("README.md", "A draft.\n" + line(value))
    repository.git("stash", "push", "--quiet")
    repository.git("stash", "drop", "--quiet")


@place
def reflog_only(repository: Repository, value: str) -> None:
    repository.commit({"reset.py": line(value)})
    repository.git("reset", "--quiet", "--hard", "HEAD~1")


@place
def amended_commit(repository: Repository, value: str) -> None:
    repository.commit({"amended.py": line(value)})
    repository.add({"amended.py": "OKX_SECRET_KEY = None\n"})
    repository.git("commit", "--quiet", "--amend", "--no-edit")


@place
def unreachable_blob(repository: Repository, value: str) -> None:
    repository.add({"staged-once.py": line(value)})
    repository.git("rm", "--quiet", "--force", "--cached", "staged-once.py")
    (repository.path / "staged-once.py").unlink()


@place
def unreachable_commit(repository: Repository, value: str) -> None:
    repository.git("checkout", "--quiet", "--detach")
    repository.commit({"lost.py": line(value)})
    repository.git("checkout", "--quiet", "main")
    (repository.git_dir / "logs" / "HEAD").unlink()


@place
def commit_message(repository: Repository, value: str) -> None:
    repository.commit(message=f"Set the key\n\n{line(value)}")


@place
def latin1_commit_message(repository: Repository, value: str) -> None:
    message = f"Schlüssel geändert\n\n{line(value)}".encode("latin-1")
    repository.git("config", "i18n.commitEncoding", "ISO-8859-1")
    repository.commit(message=message)
    repository.git("config", "--unset", "i18n.commitEncoding")


@place
def tag_message(repository: Repository, value: str) -> None:
    repository.git("tag", "--annotate", f"--message=Release\n\n{line(value)}", "v1")


@place
def nested_tag_message(repository: Repository, value: str) -> None:
    repository.git("tag", "--annotate", f"--message={line(value)}", "inner")
    repository.git("tag", "--annotate", "--message=Outer", "outer", "inner")
    repository.git("tag", "--delete", "inner")


@place
def tag_of_a_blob(repository: Repository, value: str) -> None:
    repository.git("tag", "blob-tag", repository.store(line(value)))


@place
def tag_only_commit(repository: Repository, value: str) -> None:
    repository.git("checkout", "--quiet", "--detach")
    repository.commit({"tagged.py": line(value)})
    repository.git("tag", "only-here")
    repository.git("checkout", "--quiet", "main")


@place
def other_branch(repository: Repository, value: str) -> None:
    repository.git("checkout", "--quiet", "-b", "feature/keys")
    repository.commit({"branch.py": line(value)})
    repository.git("checkout", "--quiet", "main")


@place
def pull_request_ref(repository: Repository, value: str) -> None:
    repository.git("checkout", "--quiet", "--detach")
    repository.commit({"pull.py": line(value)})
    repository.git("update-ref", "refs/pull/7/head", "HEAD")
    repository.git("checkout", "--quiet", "main")


@place
def note(repository: Repository, value: str) -> None:
    repository.git("notes", "add", f"--message={line(value)}", "HEAD")


@place
def note_of_another_kind(repository: Repository, value: str) -> None:
    repository.git("notes", "--ref=review", "add", f"--message={line(value)}", "HEAD")


@place
def author_name(repository: Repository, value: str) -> None:
    repository.git(
        "commit",
        "--quiet",
        "--allow-empty",
        "--message=Work",
        f"--author=OKX_SECRET_KEY={value} <a@example.org>",
    )


@place
def committer_name(repository: Repository, value: str) -> None:
    name = {"GIT_COMMITTER_NAME": f"OKX_SECRET_KEY={value}"}
    repository.git("commit", "--quiet", "--allow-empty", "--message=Work", environment=name)


@place
def tagger_name(repository: Repository, value: str) -> None:
    name = {"GIT_COMMITTER_NAME": f"OKX_SECRET_KEY={value}"}
    repository.git("tag", "--annotate", "--message=Release", "v2", environment=name)


@place
def branch_name(repository: Repository, value: str) -> None:
    repository.git("branch", f"OKX_SECRET_KEY={value}")


@place
def joined_branch_name(repository: Repository, value: str) -> None:
    repository.git("branch", f"fix/okx_{value}")


@place
def joined_tag_name(repository: Repository, value: str) -> None:
    repository.git("tag", f"okx-secret-key-{value}")


@place
def deleted_branch_name(repository: Repository, value: str) -> None:
    repository.git("checkout", "--quiet", "-b", f"okx-secret-{value}")
    repository.git("checkout", "--quiet", "main")
    repository.git("branch", "--quiet", "--delete", f"okx-secret-{value}")


@place
def file_name(repository: Repository, value: str) -> None:
    repository.commit({f"keys/okx_{value}.txt": "text\n"})


@place
def folder_name(repository: Repository, value: str) -> None:
    repository.commit({f"okx-secret-{value}/a.txt": "text\n", f"okx-secret-{value}/b.txt": "text\n"})


@place
def deleted_file_name(repository: Repository, value: str) -> None:
    file = repository.write(f"okx_secret_{value}", "text\n")
    repository.commit()
    file.unlink()
    repository.commit()


@place
def name_in_an_archive(repository: Repository, value: str) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"bot/okx_{value}.txt", "text\n")
    repository.commit({"names.zip": content.getvalue()})


@place
def tag_of_a_tree(repository: Repository, value: str) -> None:
    index = {"GIT_INDEX_FILE": str(repository.git_dir / "other-index")}
    blob = repository.store(line(value))
    repository.git("update-index", "--add", "--cacheinfo", f"100644,{blob},tree.py", environment=index)
    repository.git("tag", "tree-tag", repository.git("write-tree", environment=index))


@place
def symbolic_link_target(repository: Repository, value: str) -> None:
    blob = repository.store(f"/srv/OKX_SECRET_KEY={value}")
    repository.git("update-index", "--add", "--cacheinfo", f"120000,{blob},link")
    repository.git("commit", "--quiet", "--message=Link")
    repository.git("reset", "--quiet", "--hard", "HEAD")


@place
def name_with_tab(repository: Repository, value: str) -> None:
    _commit_named(repository, b"tab\there.py", value)


@place
def name_with_quote(repository: Repository, value: str) -> None:
    _commit_named(repository, b'quote"here.py', value)


@place
def name_with_newline(repository: Repository, value: str) -> None:
    _commit_named(repository, b"new\nline.py", value)


@place
def name_that_is_not_utf8(repository: Repository, value: str) -> None:
    _commit_named(repository, b"gr\xfc\xdfe.py", value)


@place
def crlf(repository: Repository, value: str) -> None:
    repository.commit({"windows.py": f"import os\r\n{line(value).strip()}\r\n"})


@place
def latin1(repository: Repository, value: str) -> None:
    repository.commit({"latin.py": f"# Schlüssel für OKX\n{line(value)}".encode("latin-1")})


@place
def minified_line(repository: Repository, value: str) -> None:
    repository.commit({"bundle.js": "var a=1;" * 20_000 + f'okxSecretKey="{value}";' + "var b=2;" * 20_000})


@place
def deep_in_a_large_file(repository: Repository, value: str) -> None:
    repository.commit({"large.log": "nothing to see here\n" * 300_000 + line(value)})


@place
def multi_line(repository: Repository, value: str) -> None:
    repository.commit({"lines.py": f'OKX_SECRET_KEY = (\n    "{value}"\n)\n'})


@place
def percent_encoded(repository: Repository, value: str) -> None:
    encoded = "".join(f"%{byte:02X}" for byte in value.encode())
    repository.commit({"url.txt": f"https://www.okx.com/?okx_secret_key={encoded}\n"})


@place
def unicode_escapes(repository: Repository, value: str) -> None:
    escaped = "".join(f"\\u{ord(character):04x}" for character in value)
    repository.commit({"escaped.js": f'const okxSecretKey = "{escaped}";\n'})


@place
def hex_escapes(repository: Repository, value: str) -> None:
    escaped = "".join(f"\\x{ord(character):02x}" for character in value)
    repository.commit({"escaped.py": f'OKX_SECRET_KEY = "{escaped}"\n'})


@place
def base64_once(repository: Repository, value: str) -> None:
    encoded = base64.b64encode(value.encode()).decode()
    repository.commit({"decoded.py": f'OKX_SECRET_KEY = base64.b64decode("{encoded}")\n'})


@place
def base64_twice(repository: Repository, value: str) -> None:
    encoded = base64.b64encode(base64.b64encode(value.encode())).decode()
    repository.commit({"twice.py": f'OKX_SECRET_KEY = base64.b64decode(base64.b64decode("{encoded}"))\n'})


@place
def hex_text(repository: Repository, value: str) -> None:
    repository.commit({"hex.py": f'OKX_SECRET_KEY = bytes.fromhex("{value.encode().hex()}").decode()\n'})


@place
def zip_archive(repository: Repository, value: str) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bot/config.py", line(value))
    repository.commit({"archive.zip": content.getvalue()})


@place
def gzip_file(repository: Repository, value: str) -> None:
    repository.commit({"config.py.gz": gzip.compress(line(value).encode())})


@place
def kubernetes_secret(repository: Repository, value: str) -> None:
    encoded = base64.b64encode(value.encode()).decode()
    repository.commit({"secret.yaml": f"apiVersion: v1\nkind: Secret\ndata:\n  OKX_SECRET_KEY: {encoded}\n"})


@place
def notebook_source(repository: Repository, value: str) -> None:
    cell = {"cell_type": "code", "source": [line(value)], "outputs": [], "metadata": {}}
    repository.commit({"source.ipynb": json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4})})


@place
def notebook_output(repository: Repository, value: str) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": [line(value)]}
    cell = {"cell_type": "code", "source": ["print(config)\n"], "outputs": [output], "metadata": {}}
    repository.commit({"output.ipynb": json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4})})


def _merge(repository: Repository, branch: str) -> None:
    """Make a branch and merge it, so that HEAD is a merge."""
    repository.git("checkout", "--quiet", "-b", branch)
    repository.commit({f"{branch}.txt": branch})
    repository.git("checkout", "--quiet", "main")
    repository.commit({f"{branch}-main.txt": branch})
    repository.git("merge", "--quiet", "--no-edit", branch)
    repository.git("branch", "--quiet", "--delete", branch)


def _commit_named(repository: Repository, name: bytes, value: str) -> None:
    # Not through the work tree: some file systems know no such names.
    blob = repository.store(line(value))
    entry = b"100644 " + blob.encode() + b"\t" + name + b"\0"
    repository.git("update-index", "--add", "-z", "--index-info", stdin=entry)
    repository.git("commit", "--quiet", "--message=Add a file")
    repository.git("reset", "--quiet", "--hard", "HEAD")
