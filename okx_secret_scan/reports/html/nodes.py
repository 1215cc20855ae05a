"""HTML built as a tree: what a repository wrote can become text or an attribute's value, never markup."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from okx_secret_scan.reports.escape import inert

Node = ET.Element


def node(tag: str, *children: Node | str, **attributes: str) -> Node:
    """Return an element. Text is made inert; `class_` and `for_` stand for `class` and `for`, `_` for `-`."""
    made = ET.Element(
        tag, {name.rstrip("_").replace("_", "-"): inert(text) for name, text in attributes.items()}
    )
    last: Node | None = None
    for child in children:
        if not isinstance(child, str):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + inert(child)
        else:
            last.tail = (last.tail or "") + inert(child)
    return made


def raw(tag: str, text: str, **attributes: str) -> Node:
    """Return a `style` or `script` element; `text` is this package's own."""
    made = ET.Element(tag, attributes)
    made.text = text
    return made


def document(root: Node) -> str:
    """Return the page."""
    return f"<!DOCTYPE html>\n{ET.tostring(root, encoding='unicode', method='html')}\n"
