"""Values in rows under a line of column names."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.tables import cells

TABLES = {
    "commas": "exchange,api_key,secret_key\nokx,KK,SS\n",
    "tabs": "exchange\tapi_key\tsecret_key\nokx\tKK\tSS\n",
    "semicolons": "exchange;api_key;secret_key\nokx;KK;SS\n",
    "bars": "| exchange | api_key | secret_key |\n|---|:---:|---|\n| okx | `KK` | SS |\n",
    "bars within": "exchange | api_key | secret_key\nokx | KK | SS\n",
    "quotes": '"exchange","api_key","secret_key"\r\n"okx","KK","SS"\r\n',
    "copy": "COPY public.keys (exchange, api_key, secret_key) FROM stdin;\nokx\tKK\tSS\n\\.\n",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_cells_have_the_names_of_their_columns(text: str) -> None:
    found = [(text[cell.start : cell.end], cell.name.role, cell.owner) for cell in cells(text)]
    assert found == [("KK", Role.KEY, Owner.OKX), ("SS", Role.SECRET, Owner.OKX)]


def test_every_row_says_whose_it_is() -> None:
    text = "exchange,api_key,secret_key\nbinance,a,b\nokx,c,d\nlabel,e,f\n"
    assert [cell.owner for cell in cells(text)][::2] == [Owner.EXCHANGE, Owner.OKX, None]


def test_the_first_cell_of_a_table_without_borders_may_be_empty() -> None:
    text = " exchange | api_key | secret_key\n----------+---+---\n          | KK | SS\n"
    assert [text[cell.start : cell.end] for cell in cells(text)] == ["KK", "SS"]


def test_a_table_ends_at_an_empty_line() -> None:
    text = "api_key,secret_key\na,b\n\nc,d\n"
    assert [text[cell.start : cell.end] for cell in cells(text)] == ["a", "b"]


def test_a_new_header_starts_a_new_table() -> None:
    text = "api_key,secret_key\na,b\nname,size,api_key,passphrase\nx,1,c,d\n"
    assert [(text[cell.start : cell.end], cell.name.role) for cell in cells(text)] == [
        ("a", Role.KEY),
        ("b", Role.SECRET),
        ("c", Role.KEY),
        ("d", Role.PASSPHRASE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "api_key,size\na,b\n",
        "an api key, a list of orders and prices\nare three, things, apart\n",
        "id,user,password\n1,me,x\n",
        'f(api_key="", secret_key="")\nx, y\n',
        "api_key,secret_key," + "x" * 5000 + "\na,b,c\n",
    ],
)
def test_what_is_no_table_of_credentials(text: str) -> None:
    assert list(cells(text)) == []
