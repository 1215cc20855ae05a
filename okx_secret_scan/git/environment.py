"""What git processes are started with. Imports next to nothing, so that hooks start fast."""

from __future__ import annotations

import os

# Nothing that a repository or a user configures may run a program, fetch, colour or quote what we read.
OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "-c", "core.quotePath=false",
    "-c", "color.ui=false",
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=" + os.devnull,
    "-c", "core.alternateRefsCommand=",
    "-c", "core.commitGraph=false",
    "-c", "advice.graftFileDeprecated=false",
    "-c", "log.showSignature=false",
    "-c", "protocol.allow=never",
    # By default git maps whole packs and keeps large caches; less is no slower for what is read here.
    "-c", "core.packedGitWindowSize=8m",
    "-c", "core.packedGitLimit=64m",
    "-c", "core.deltaBaseCacheLimit=32m",
)  # fmt: skip
# The plumbing command: no `diff.*`, attribute or text conversion changes what it lists.
LIST_STAGED = (
    "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules=none",
    "HEAD", "--",
)  # fmt: skip
# git sets this variable for the hooks of a commit.
IN_HOOK = "GIT_INDEX_FILE"
_VARIABLES = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_GRAFT_FILE": os.devnull,
    # No repository's configuration can overrule it, and older gits do not know GIT_NO_LAZY_FETCH.
    "GIT_ALLOW_PROTOCOL": "none",
}
# Configuration given by the environment is how CI systems declare safe directories.
_CONFIGURATION = ("GIT_CONFIG", "GIT_EXEC_PATH")
# What git tells its own hooks about the commit in progress.
_LOCATION = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH",
)


def environment(*, keep_location: bool) -> dict[str, str]:
    """Return the variables for a git process.

    `keep_location` leaves the repository and index that git names to its hooks in force; they would lead git
    away from any other repository.
    """
    kept = _CONFIGURATION + _LOCATION if keep_location else _CONFIGURATION
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith(kept)}
    return inherited | _VARIABLES
