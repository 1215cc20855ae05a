"""What the terminal at standard output is, as far as its environment tells."""

from __future__ import annotations

from collections.abc import Mapping

# Terminals that open hyperlinks (OSC 8), by what they call themselves. Some of the others print the codes.
_NAMES = {
    "TERM_PROGRAM": {"Hyper", "WarpTerminal", "WezTerm", "ghostty", "iTerm.app", "rio", "vscode", "zed"},
    "TERM": {
        "alacritty",
        "alacritty-direct",
        "contour",
        "foot",
        "foot-extra",
        "xterm-ghostty",
        "xterm-kitty",
    },
}
_MARKS = ("DOMTERM", "KONSOLE_VERSION", "WT_SESSION")
_FIRST_VTE = 5000
"""GNOME's terminal and its kin, from version 0.50 on."""
# They stand between the program and a terminal whose environment they hand on; old ones cannot do it.
_MULTIPLEXERS = ("screen", "tmux")


def has_hyperlinks(environment: Mapping[str, str]) -> bool:
    """Tell whether a terminal with this environment is known to open hyperlinks."""
    if environment.get("TERM", "").startswith(_MULTIPLEXERS):
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        any(environment.get(variable) in names for variable, names in _NAMES.items())
        or any(environment.get(mark) for mark in _MARKS)
        or (vte.isdecimal() and int(vte) >= _FIRST_VTE)
    )
