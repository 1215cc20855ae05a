"""Blocks that brackets do not show."""

from __future__ import annotations

from okx_secret_scan.detector.dialects import dialect_of
from okx_secret_scan.detector.outline import Outline


def _outline(text: str, path: str) -> tuple[Outline, int]:
    return Outline(text, dialect_of(path)), text.index("VALUE")


def _labels(text: str, path: str) -> list[str]:
    outline, offset = _outline(text, path)
    return [block.label for block in outline.blocks(offset)]


def test_branches_of_yaml_nest_by_indentation() -> None:
    text = "a:\n  x: 1\nokx:\n  demo:\n\n    key: VALUE\n"
    assert _labels(text, "a.yaml") == ["demo:", "okx:"]


def test_a_list_item_is_a_block_of_its_own() -> None:
    text = "list:\n  - name: okx\n    key: VALUE\n  - name: other\n"
    assert _labels(text, "a.yaml") == ["- name: okx", "list:"]
    text = "list:\n  - key: VALUE\n    name: okx\n"
    assert _labels(text, "a.yaml") == ["- key: VALUE", "list:"]


def test_a_tab_is_as_wide_as_four_blanks() -> None:
    assert _labels("a:\n\tb:\n        key: VALUE\n", "a.yaml") == ["b:", "a:"]


def test_sections_of_settings() -> None:
    text = "[other]\nkey = 1\n[okx]  # live\nkey = VALUE\n"
    assert _labels(text, "a.ini") == ["[okx]  # live"]
    assert _labels(text, "a.yaml") == []


def test_elements_of_markup() -> None:
    text = '<list>\n<okx id="1"><key>VALUE</key></okx></list>'
    assert _labels(text, "a.xml") == ["<key>", '<okx id="1">', "<list>"]
    assert _labels(text, "a.txt") == []


def test_a_closed_element_holds_nothing() -> None:
    assert _labels("<a/><b></b><c>VALUE</c>", "a.xml") == ["<c>"]
    assert _labels("<a><b><c></a>VALUE", "a.xml") == []


def test_attributes_of_the_tag_around_a_value() -> None:
    outline, offset = _outline("<a x='1'><okx id=\"k\" key='VALUE' note='a > b'/>", "a.xml")
    assert outline.attributes(offset) == [("id", "k"), ("key", "VALUE"), ("note", "a > b")]
    outline, offset = _outline("<a x='1'>VALUE", "a.xml")
    assert outline.attributes(offset) == []


def test_the_comment_above_is_a_heading() -> None:
    outline, offset = _outline("# far\n\n# OKX, live\nlabel = 1\nkey = VALUE\n", "a.env")
    assert outline.heading(offset) == " OKX, live"


def test_commented_out_settings_are_no_heading() -> None:
    outline, offset = _outline("# binance = 1\nkey = VALUE\n", "a.env")
    assert outline.heading(offset) == ""


def test_fields_stand_directly_in_their_block() -> None:
    text = 'okx:\n  name: "main"\n  deep:\n    inner: 1\n  key: VALUE\nother: 2\n'
    outline, _ = _outline(text, "a.yaml")
    assert outline.fields(0) == [("name", "main"), ("key", "VALUE")]


def test_fields_of_a_section_end_at_the_next() -> None:
    text = "[okx]\nname = main\n\nkey = VALUE\n[other]\nx = 1\n"
    outline, _ = _outline(text, "a.ini")
    assert outline.fields(0) == [("name", "main"), ("key", "VALUE")]


def test_fields_of_an_item_begin_on_its_own_line() -> None:
    text = "- name: OKX_KEY\n  value: VALUE\n- name: other\n"
    outline, _ = _outline(text, "a.yaml")
    assert outline.fields(0) == [("name", "OKX_KEY"), ("value", "VALUE")]
