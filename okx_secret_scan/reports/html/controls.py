"""Filters and sorting: a form that stays hidden where scripts do not run."""

from __future__ import annotations

from okx_secret_scan.model import Severity
from okx_secret_scan.reports.html.nodes import Node, node

_ORDERS = (
    ("severity", "Worst first"),
    ("newest", "Newest first"),
    ("oldest", "Oldest first"),
    ("longest", "Longest exposed first"),
)
_STATES = (
    ("", "All"),
    ("present", "At HEAD or on a branch"),
    ("history", "In the history only"),
    ("unreachable", "Reachable from no ref"),
)


def controls(total: int) -> Node:
    """Return the form for `total` incidents."""
    boxes = [
        node(
            "label",
            node("input", type="checkbox", name="severity", value=severity.label, checked=""),
            severity.label,
        )
        for severity in sorted(Severity, reverse=True)
    ]
    return node(
        "form",
        node("fieldset", node("legend", "Severity"), *boxes),
        _choice("state", "Where", _STATES),
        _choice("order", "Order", _ORDERS),
        node(
            "div",
            node("label", "Contains", for_="words"),
            node("input", id="words", name="words", type="search", autocomplete="off", spellcheck="false"),
        ),
        node(
            "div",
            node("button", "Open all", type="button", value="open"),
            node("button", "Close all", type="button", value="close"),
            class_="buttons",
        ),
        node("p", f"Showing {total} of {total}", role="status", id="shown"),
        id="controls",
        hidden="",
        aria_label="Filter and sort",
    )


def _choice(name: str, title: str, options: tuple[tuple[str, str], ...]) -> Node:
    return node(
        "div",
        node("label", title, for_=name),
        node("select", *(node("option", text, value=value) for value, text in options), id=name, name=name),
    )
