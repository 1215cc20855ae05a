"""Follows byte code from instruction to instruction with source in place of values: who names which string.

Instructions that say nothing about that are skipped over; what was at hand is then written down as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from okx_secret_scan.detector.expressions import UNKNOWN, Expression, Line, expression_of, listed
from okx_secret_scan.detector.marshalled import Code, Text
from okx_secret_scan.detector.opcodes import Edition, instructions

_PIECES = 2000
_DEFAULTS = 1
_SUBSCRIPT = 26  # the operator of BINARY_OP that takes an item, from 3.14 on


class Machine:
    """Follows the instructions of one code object from first to last, with source in place of values."""

    def __init__(self, code: Code, edition: Edition) -> None:
        self._code = code
        self._edition = edition
        self._stack: list[Expression] = []
        self._lines: list[Line] = []
        self._keywords: Expression | None = None
        self._joins: list[int] = []
        self._position = 0
        self.defaults: dict[int, Line] = {}
        """Parameters with their defaults, by the id of the code they belong to."""

    def run(self) -> Iterator[Line]:
        """Yield lines of source."""
        if not self._edition.operations:
            yield from _guessed(self._code)
            return
        for position, number, argument in instructions(self._code.instructions, self._edition):
            self._position = position
            while self._joins and self._joins[-1] <= self._position:
                self._joins.pop()
                self._infix(" or ")
            operation = self._edition.operations.get(number)
            if operation is None:
                self._flush()
            else:
                flagged = operation in self._edition.flagged
                _OPERATIONS[operation](self, argument >> 1 if flagged else argument)
            if self._stack and len(self._stack[-1].pieces) > _PIECES:
                self._flush()
            if self._lines:
                yield from self._lines
                self._lines.clear()
        self._flush()
        yield from self._lines

    def _push(self, *pieces: str | Text) -> None:
        self._stack.append(Expression(pieces))

    def _pop(self) -> Expression:
        return self._stack.pop() if self._stack else UNKNOWN

    def _take(self, count: int) -> list[Expression]:
        """Pop `count` expressions, the last of them first, and return them as they were pushed."""
        count = min(count, _PIECES)
        missing = max(0, count - len(self._stack))
        taken = self._stack[len(self._stack) - count + missing :]
        del self._stack[len(self._stack) - count + missing :]
        return [UNKNOWN] * missing + taken

    def _flush(self) -> None:
        """Write down what is at hand: what comes next is not understood."""
        self._lines += [expression.pieces for expression in self._stack]
        self._stack.clear()
        self._joins.clear()

    def _name(self, index: int) -> str:
        return _at(self._code.names, index)

    # Instructions, by what they do.

    def load_constant(self, index: int) -> None:
        if index < len(self._code.constants):
            self._stack.append(expression_of(self._code.constants[index]))
        else:
            self._stack.append(UNKNOWN)

    def load_number(self, number: int) -> None:
        self._push(str(number))

    def load_name(self, index: int) -> None:
        self._push(self._name(index))

    def load_variable(self, index: int) -> None:
        self._push(_at(self._code.variables, index))

    def load_two_variables(self, indices: int) -> None:
        self.load_variable(indices >> 4)
        self.load_variable(indices & 15)

    def load_closure(self, index: int) -> None:
        self._push(_at(self._code.closures, index))

    def load_attribute(self, index: int) -> None:
        self._push(*self._pop().pieces, ".", self._name(index))

    def load_item(self, _: int) -> None:
        key, holder = self._pop(), self._pop()
        self._push(*holder.pieces, "[", *key.pieces, "]")

    def store_name(self, index: int) -> None:
        self._assign(self._name(index))

    def store_variable(self, index: int) -> None:
        self._assign(_at(self._code.variables, index))

    def store_two_variables(self, indices: int) -> None:
        self.store_variable(indices >> 4)
        self.store_variable(indices & 15)

    def store_and_load_variables(self, indices: int) -> None:
        self.store_variable(indices >> 4)
        self.load_variable(indices & 15)

    def store_closure(self, index: int) -> None:
        self._assign(_at(self._code.closures, index))

    def store_attribute(self, index: int) -> None:
        holder = self._pop()
        self._assign(*holder.pieces, ".", self._name(index))

    def store_item(self, _: int) -> None:
        key, holder = self._pop(), self._pop()
        self._assign(*holder.pieces, "[", *key.pieces, "]")

    def _assign(self, *target: str | Text) -> None:
        self._lines.append((*target, " = ", *self._pop().pieces))

    def unpack(self, count: int) -> None:
        items = self._pop().items or ()
        count = min(count, _PIECES)
        self._stack += reversed(items if len(items) == count else (UNKNOWN,) * count)

    def build_tuple(self, count: int) -> None:
        self._build("(", ")", self._take(count))

    def build_list(self, count: int) -> None:
        self._build("[", "]", self._take(count))

    def build_map(self, count: int) -> None:
        if self._edition.wide and "STORE_MAP" in self._edition.operations.values():
            count = 0  # it only says how much is to come
        items = self._take(2 * count)
        self._build_pairs(items[::2], items[1::2])

    def build_map_of_keys(self, count: int) -> None:
        keys = self._pop().items or ()
        self._build_pairs(keys, self._take(count))

    def add_pair(self, _: int) -> None:
        key, value = self._pop(), self._pop()
        self._merge((*key.pieces, ": ", *value.pieces))

    def merge(self, _: int) -> None:
        self._merge(self._pop().pieces[1:-1])

    def _merge(self, pieces: Line) -> None:
        """Add items to the literal on top."""
        known = self._pop().pieces
        comma = (", ",) if len(known) > 2 else ()
        self._push(*known[:-1], *comma, *pieces, *known[-1:])

    def _build_pairs(self, keys: Sequence[Expression], values: Sequence[Expression]) -> None:
        pairs = zip(keys, values, strict=False)
        self._build("{", "}", [Expression((*key.pieces, ": ", *value.pieces)) for key, value in pairs])

    def _build(self, opening: str, closing: str, items: Sequence[Expression]) -> None:
        self._stack.append(Expression((opening, *listed(items), closing), items=tuple(items)))

    def build_string(self, count: int) -> None:
        items = self._take(count)
        pieces = [piece for item in items for piece in (*item.pieces, " + ")]
        self._push(*pieces[:-1])

    def operate(self, operator: int) -> None:
        if operator == _SUBSCRIPT:
            self.load_item(operator)
        else:
            self._infix(" + ")

    def compare(self, _: int) -> None:
        self._infix(" == ")

    def _infix(self, operator: str) -> None:
        other, first = self._pop(), self._pop()
        self._push(*first.pieces, operator, *other.pieces)

    def name_keywords(self, index: int) -> None:
        self.load_constant(index)
        self._keywords = self._pop()

    def call(self, count: int) -> None:
        keywords, self._keywords = self._keywords, None
        self._call(self._take(count), keywords)

    def call_with_keywords(self, count: int) -> None:
        keywords = self._pop()
        self._call(self._take(count), keywords)

    def call_old(self, argument: int) -> None:
        if not self._edition.wide:
            self._call(self._take(argument), None)
            return
        pairs = self._take(2 * (argument >> 8))
        names = Expression((), items=tuple(pairs[::2]))
        self._call([*self._take(argument & 0xFF), *pairs[1::2]], names)

    def _call(self, arguments: list[Expression], keywords: Expression | None) -> None:
        names = keywords.items or () if keywords is not None else ()
        for place, name in enumerate(names, start=len(arguments) - len(names)):
            if place >= 0 and isinstance(name.constant, Text):
                arguments[place] = Expression((f"{name.constant.value}=", *arguments[place].pieces))
        self._push(*self._pop().pieces, "(", *listed(arguments), ")")

    def make_function(self, parts: int) -> None:
        edition = self._edition
        if edition.integers != 4 and not edition.one_frame:
            self._pop()  # the qualified name
        code = self._pop().constant
        if edition.wide:
            defaults = tuple(self._take(parts & 0xFF))
        else:
            given = self._take((parts & 0xF).bit_count())
            defaults = (given[0].items or ()) if parts & _DEFAULTS else ()
        if isinstance(code, Code):
            self._stack.append(Expression(("_",), constant=code))
            self._note_defaults(code, defaults)
        else:
            self._stack.append(UNKNOWN)

    def add_to_function(self, part: int) -> None:
        function, given = self._pop(), self._pop()
        if part == _DEFAULTS and isinstance(function.constant, Code):
            self._note_defaults(function.constant, given.items or ())
        self._stack.append(function)

    def _note_defaults(self, code: Code, defaults: tuple[Expression, ...]) -> None:
        names = code.variables[: code.arguments][-len(defaults) :] if defaults else ()
        pairs = [Expression((f"{n}=", *d.pieces)) for n, d in zip(names, defaults, strict=False)]
        self.defaults[id(code)] = ("(", *listed(pairs), "):")

    def import_module(self, index: int) -> None:
        self._take(2)
        self._lines.append((f"import {self._name(index)}",))
        self._push(self._name(index))

    def import_part(self, index: int) -> None:
        module = self._pop()
        self._lines.append(("from ", *module.pieces, f" import {self._name(index)}"))
        self._stack += [module, Expression((self._name(index),))]

    def copy(self, depth: int) -> None:
        self._stack.append(self._stack[-depth] if 0 < depth <= len(self._stack) else UNKNOWN)

    def keep_or_go_on(self, jump: int) -> None:
        """Take the jump of an `or` that leaves its first operand where it is."""
        self._joins.append(self._target(jump))

    def jump_if_true(self, jump: int) -> None:
        """Take the jump of an `or` that has copied its first operand; any other ends an expression."""
        tested = self._pop()
        if self._stack and self._stack[-1] is tested:
            self._joins.append(self._target(jump))
        else:
            self._lines.append(tested.pieces)

    def _target(self, jump: int) -> int:
        edition = self._edition
        start = 0 if edition.jumper is None else self._position + edition.jumper
        return start + edition.jump * jump

    def end_statement(self, _: int) -> None:
        if self._joins:
            return  # it drops the first operand of an `or`, which is still to be joined to the other
        if self._stack:
            self._lines.append(self._pop().pieces)

    def nothing(self, _: int) -> None:
        """Skip what changes nothing here."""

    def load_builder(self, _: int) -> None:
        self._push("type")


def _guessed(code: Code) -> Iterator[Line]:
    """Bind strings to names by their order, in code whose instructions are not known."""
    texts = [constant for constant in code.constants if isinstance(constant, Text)]
    if len(texts) == len(code.names):
        yield from ((name, " = ", text) for name, text in zip(code.names, texts, strict=True))
    else:
        yield (".".join(code.names), "(", *listed([Expression((text,)) for text in texts]), ")")


def _at(names: Sequence[str], index: int) -> str:
    return names[index] if index < len(names) else "_"


_OPERATIONS: dict[str, Callable[[Machine, int], None]] = {
    "LOAD_CONST": Machine.load_constant,
    "LOAD_SMALL_INT": Machine.load_number,
    "LOAD_NAME": Machine.load_name,
    "LOAD_GLOBAL": Machine.load_name,
    "LOAD_FAST": Machine.load_variable,
    "LOAD_FAST_LOAD_FAST": Machine.load_two_variables,
    "LOAD_CLOSURE": Machine.load_closure,
    "LOAD_DEREF": Machine.load_closure,
    "LOAD_ATTR": Machine.load_attribute,
    "LOAD_METHOD": Machine.load_attribute,
    "LOAD_BUILD_CLASS": Machine.load_builder,
    "BINARY_SUBSCR": Machine.load_item,
    "STORE_NAME": Machine.store_name,
    "STORE_GLOBAL": Machine.store_name,
    "STORE_FAST": Machine.store_variable,
    "STORE_FAST_STORE_FAST": Machine.store_two_variables,
    "STORE_FAST_LOAD_FAST": Machine.store_and_load_variables,
    "STORE_DEREF": Machine.store_closure,
    "STORE_ATTR": Machine.store_attribute,
    "STORE_SUBSCR": Machine.store_item,
    "STORE_MAP": Machine.add_pair,
    "UNPACK_SEQUENCE": Machine.unpack,
    "BUILD_TUPLE": Machine.build_tuple,
    "BUILD_LIST": Machine.build_list,
    "BUILD_SET": Machine.build_list,
    "BUILD_MAP": Machine.build_map,
    "BUILD_CONST_KEY_MAP": Machine.build_map_of_keys,
    "BUILD_STRING": Machine.build_string,
    "LIST_EXTEND": Machine.merge,
    "SET_UPDATE": Machine.merge,
    "DICT_UPDATE": Machine.merge,
    "DICT_MERGE": Machine.merge,
    "BINARY_ADD": Machine.operate,
    "INPLACE_ADD": Machine.operate,
    "BINARY_OP": Machine.operate,
    "COMPARE_OP": Machine.compare,
    "KW_NAMES": Machine.name_keywords,
    "CALL": Machine.call,
    "CALL_METHOD": Machine.call,
    "CALL_KW": Machine.call_with_keywords,
    "CALL_FUNCTION": Machine.call_old,
    "CALL_FUNCTION_KW": Machine.call_with_keywords,
    "MAKE_FUNCTION": Machine.make_function,
    "SET_FUNCTION_ATTRIBUTE": Machine.add_to_function,
    "IMPORT_NAME": Machine.import_module,
    "IMPORT_FROM": Machine.import_part,
    "COPY": Machine.copy,
    "JUMP_IF_TRUE_OR_POP": Machine.keep_or_go_on,
    "POP_JUMP_IF_TRUE": Machine.jump_if_true,
    "POP_TOP": Machine.end_statement,
    "RETURN_VALUE": Machine.end_statement,
    "RETURN_CONST": Machine.nothing,
    "NOP": Machine.nothing,
    "CACHE": Machine.nothing,
    "RESUME": Machine.nothing,
    "PUSH_NULL": Machine.nothing,
    "NOT_TAKEN": Machine.nothing,
    "PRECALL": Machine.nothing,
    "TO_BOOL": Machine.nothing,
    "MAKE_CELL": Machine.nothing,
    "COPY_FREE_VARS": Machine.nothing,
    "SETUP_ANNOTATIONS": Machine.nothing,
    "EXTENDED_ARG": Machine.nothing,
    "FORMAT_VALUE": Machine.nothing,
}
