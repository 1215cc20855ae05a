"""Which byte code the versions of Python write: the layout of code objects, and the numbers of instructions.

Sources, of each version: `Lib/opcode.py` or `Lib/_opcode_metadata.py`, `Python/marshal.c`, and the magic
numbers in `Lib/importlib/_bootstrap_external.py`. What is in no row here says nothing about values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Edition:
    """The byte code of some versions of Python, from the magic number `first` on.

    A file has `header` bytes before the code object. That has `integers` numbers, `objects` objects, a line
    number and `tables` more objects; its name is the object at index `name`. `operations` name instructions
    by number; those from `argument` on have one. `wide` instructions take one or three bytes, others two.
    """

    versions: str
    first: int
    header: int
    integers: int
    operations: Mapping[int, str] = field(repr=False)
    objects: int = 8
    name: int = 7
    tables: int = 1
    argument: int = 90
    wide: bool = False
    flagged: frozenset[str] = frozenset()
    """Operations whose argument has a flag in its lowest bit."""
    one_frame: bool = False
    """Whether closures count among the local names."""
    jump: int = 1
    """Bytes that a jump of one leads over."""
    jumper: int | None = None
    """Bytes of a conditional jump, from whose end it leads on; None if it counts from the first one."""


def _numbered(*tables: str) -> dict[int, str]:
    words = " ".join(tables).split()
    return {int(number): name for name, number in zip(words[::2], words[1::2], strict=True)}


_CLASSIC = """
    POP_TOP 1 NOP 9 BINARY_SUBSCR 25 STORE_SUBSCR 60 RETURN_VALUE 83 STORE_NAME 90 UNPACK_SEQUENCE 92
    STORE_ATTR 95 STORE_GLOBAL 97 LOAD_CONST 100 LOAD_NAME 101 BUILD_TUPLE 102 BUILD_LIST 103 BUILD_SET 104
    BUILD_MAP 105 LOAD_ATTR 106 COMPARE_OP 107 IMPORT_NAME 108 IMPORT_FROM 109 LOAD_GLOBAL 116 LOAD_FAST 124
    STORE_FAST 125 MAKE_FUNCTION 132
"""
_STACK_OF_BLOCKS = """
    BINARY_ADD 23 INPLACE_ADD 55 JUMP_IF_TRUE_OR_POP 112 CALL_FUNCTION 131 LOAD_CLOSURE 135 LOAD_DEREF 136
    STORE_DEREF 137
"""
_WORDS = """
    LOAD_BUILD_CLASS 71 SETUP_ANNOTATIONS 85 EXTENDED_ARG 144 FORMAT_VALUE 155 BUILD_CONST_KEY_MAP 156
    BUILD_STRING 157
"""
_METHODS = "LOAD_METHOD 160 CALL_METHOD 161"
_MERGES = "LIST_EXTEND 162 SET_UPDATE 163 DICT_MERGE 164 DICT_UPDATE 165"
_ADAPTIVE = """
    CACHE 0 PUSH_NULL 2 COPY 120 BINARY_OP 122 MAKE_CELL 135 LOAD_CLOSURE 136 LOAD_DEREF 137 STORE_DEREF 138
    COPY_FREE_VARS 149 RESUME 151 CALL 171 KW_NAMES 172
"""
_PYTHON_2 = _numbered(_CLASSIC, _STACK_OF_BLOCKS, "STORE_MAP 54 EXTENDED_ARG 145")
_PYTHON_3_0 = _numbered(_CLASSIC, _STACK_OF_BLOCKS, "STORE_MAP 54 LOAD_BUILD_CLASS 71 EXTENDED_ARG 144")
_PYTHON_3_6 = _numbered(_CLASSIC, _STACK_OF_BLOCKS, _WORDS, _METHODS, "CALL_FUNCTION_KW 141")
_PYTHON_3_9 = _numbered(_CLASSIC, _STACK_OF_BLOCKS, _WORDS, _METHODS, _MERGES, "CALL_FUNCTION_KW 141")
_PYTHON_3_11 = _numbered(
    _CLASSIC, _WORDS, _MERGES, _ADAPTIVE, "JUMP_IF_TRUE_OR_POP 112 LOAD_METHOD 160 PRECALL 166"
)
_PYTHON_3_12 = _numbered(
    _CLASSIC, _WORDS, _MERGES, _ADAPTIVE, "POP_JUMP_IF_TRUE 115 RETURN_CONST 121 LOAD_FAST 127"
)
_PYTHON_3_13 = _numbered("""
    CACHE 0 BINARY_SUBSCR 5 FORMAT_VALUE 14 LOAD_BUILD_CLASS 24 MAKE_FUNCTION 26 NOP 30 POP_TOP 32
    PUSH_NULL 34 RETURN_VALUE 36 SETUP_ANNOTATIONS 37 STORE_SUBSCR 39 TO_BOOL 40 BINARY_OP 45
    BUILD_CONST_KEY_MAP 46 BUILD_LIST 47 BUILD_MAP 48 BUILD_SET 49 BUILD_STRING 51 BUILD_TUPLE 52 CALL 53
    CALL_KW 57 COMPARE_OP 58 COPY 61 COPY_FREE_VARS 62 DICT_MERGE 68 DICT_UPDATE 69 EXTENDED_ARG 71
    IMPORT_FROM 74 IMPORT_NAME 75 LIST_EXTEND 81 LOAD_ATTR 82 LOAD_CONST 83 LOAD_DEREF 84 LOAD_FAST 85
    LOAD_FAST 87 LOAD_FAST_LOAD_FAST 88 LOAD_GLOBAL 91 LOAD_NAME 92 MAKE_CELL 94 POP_JUMP_IF_TRUE 100
    RETURN_CONST 103 SET_FUNCTION_ATTRIBUTE 106 SET_UPDATE 107 STORE_ATTR 108 STORE_DEREF 109 STORE_FAST 110
    STORE_FAST_LOAD_FAST 111 STORE_FAST_STORE_FAST 112 STORE_GLOBAL 113 STORE_NAME 114 UNPACK_SEQUENCE 117
    RESUME 149
""")
_PYTHON_3_14 = _numbered("""
    CACHE 0 FORMAT_VALUE 12 LOAD_BUILD_CLASS 21 MAKE_FUNCTION 23 NOP 27 NOT_TAKEN 28 POP_TOP 31 PUSH_NULL 33
    RETURN_VALUE 35 SETUP_ANNOTATIONS 36 STORE_SUBSCR 38 TO_BOOL 39 BINARY_OP 44 BUILD_LIST 46 BUILD_MAP 47
    BUILD_SET 48 BUILD_STRING 50 BUILD_TUPLE 51 CALL 52 CALL_KW 55 COMPARE_OP 56 COPY 59 COPY_FREE_VARS 60
    DICT_MERGE 66 DICT_UPDATE 67 EXTENDED_ARG 69 IMPORT_FROM 72 IMPORT_NAME 73 LIST_EXTEND 79 LOAD_ATTR 80
    LOAD_SMALL_INT 81 LOAD_CONST 82 LOAD_DEREF 83 LOAD_FAST 84 LOAD_FAST 86 LOAD_FAST_LOAD_FAST 87
    LOAD_FAST 88 LOAD_FAST_LOAD_FAST 89 LOAD_GLOBAL 92 LOAD_NAME 93 LOAD_SMALL_INT 94 MAKE_CELL 97
    POP_JUMP_IF_TRUE 103 SET_FUNCTION_ATTRIBUTE 108 SET_UPDATE 109 STORE_ATTR 110 STORE_DEREF 111
    STORE_FAST 112 STORE_FAST_LOAD_FAST 113 STORE_FAST_STORE_FAST 114 STORE_GLOBAL 115 STORE_NAME 116
    UNPACK_SEQUENCE 119 RESUME 128
""")
_GLOBALS = frozenset({"LOAD_GLOBAL"})
_ATTRIBUTES = _GLOBALS | {"LOAD_ATTR"}


def _modern(versions: str, first: int, operations: Mapping[int, str], **details: Any) -> Edition:
    return Edition(versions, first, 16, 5, operations, name=6, tables=2, one_frame=True, jump=2, **details)


# The first row of Python 3 whose `first` is not above a file's magic number is its edition.
PYTHON_2 = Edition("2.7", 62171, 8, 4, _PYTHON_2, wide=True)
PYTHON_3 = (
    _modern("3.15 and later", 3628, {}),
    _modern("3.14", 3624, _PYTHON_3_14, argument=43, flagged=_ATTRIBUTES, jumper=4),
    _modern("3.14 before its betas", 3600, {}),
    _modern("3.13", 3550, _PYTHON_3_13, argument=44, flagged=_ATTRIBUTES, jumper=4),
    _modern("3.12", 3500, _PYTHON_3_12, flagged=_ATTRIBUTES, jumper=2),
    _modern("3.11", 3450, _PYTHON_3_11, flagged=_GLOBALS, jumper=2),
    Edition("3.10", 3430, 16, 6, _PYTHON_3_9, jump=2),
    Edition("3.9", 3420, 16, 6, _PYTHON_3_9),
    Edition("3.8", 3410, 16, 6, _PYTHON_3_6),
    Edition("3.7", 3390, 16, 5, _PYTHON_3_6),
    Edition("3.6", 3370, 12, 5, _PYTHON_3_6),
    Edition("3.3 to 3.5", 3200, 12, 5, _PYTHON_3_0, wide=True),
    Edition("3.0 to 3.2", 3000, 8, 5, _PYTHON_3_0, wide=True),
)


def edition_of(magic: int) -> Edition | None:
    """Return the edition of a file's magic number, None if there is none."""
    if PYTHON_2.first <= magic < 63000:
        return PYTHON_2
    return next((e for e in PYTHON_3 if e.first <= magic < 20000), None)


def instructions(data: bytes, edition: Edition) -> Iterator[tuple[int, int, int]]:
    """Yield the offset, number and argument of each instruction."""
    extended = next((n for n, name in edition.operations.items() if name == "EXTENDED_ARG"), -1)
    position = high = 0
    while position + 1 < len(data):
        start, number = position, data[position]
        if not edition.wide:
            argument = data[position + 1]
            position += 2
        elif number >= edition.argument:
            argument = int.from_bytes(data[position + 1 : position + 3], "little")
            position += 3
        else:
            argument = 0
            position += 1
        argument |= high
        high = (argument << (16 if edition.wide else 8)) & 0xFFFFFFFF if number == extended else 0
        if number != extended:
            yield start, number, argument
