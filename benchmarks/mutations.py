"""Small changes to a program that its tests ought to notice.

What is changed: comparisons and their boundaries, whole numbers by one, true and false, strings
(ids and keys), `and` with `or`, conditions turned round, arithmetic, `min` with `max` and `any`
with `all`, `break` with `continue`; statements are taken out, and what is returned or assigned
becomes None. What is not: what people read (`say` and its like, docstrings), what only the type
checker reads, imports, decorators and what is never reached.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_CHOSEN = {"min": "max", "max": "min", "any": "all", "all": "any"}
_READ_BY_PEOPLE = {"say", "say_as", "say_count", "mark"}
_FOR_TYPES = {"cast", "TypeVar", "NewType", "assert_never"}
_NEVER_CHANGED = ("annotation", "returns", "decorator_list", "bases")


@dataclass(frozen=True)
class Mutation:
    """One change: its lines, its kind, and the code before and after."""

    line: int
    until: int
    kind: str
    before: str
    after: str
    number: int

    def __str__(self) -> str:
        return f"{self.line}: {self.kind}: {self.before}  =>  {self.after}"


@dataclass(frozen=True)
class _Site:
    """A place in a syntax tree where something can be put instead."""

    node: ast.AST
    kind: str
    new: ast.AST
    put: Callable[[ast.AST], None]


def mutations(source: str) -> list[Mutation]:
    """All mutations of a module, in the order of its text."""
    return [
        Mutation(*_lines(site.node), site.kind, _short(site.node), _short(site.new), number)
        for number, site in enumerate(_sites(ast.parse(source)))
    ]


def mutated(source: str, number: int) -> str:
    """The text of a module with one of its mutations."""
    tree = ast.parse(source)
    site = list(_sites(tree))[number]
    site.put(site.new)
    return ast.unparse(ast.fix_missing_locations(tree))


def _sites(parent: ast.AST) -> Iterator[_Site]:
    for node, put in _children(parent):
        for kind, new in _changes(node):
            yield _Site(node, kind, ast.fix_missing_locations(ast.copy_location(new, node)), put)
        yield from _sites(node)


def _children(parent: ast.AST) -> Iterator[tuple[ast.AST, Callable[[ast.AST], None]]]:
    """The nodes below, without those that only people or type checkers read."""
    if _is_silent(parent):
        return
    texts = isinstance(parent, ast.Call) and _called(parent) in _READ_BY_PEOPLE
    for field, value in ast.iter_fields(parent):
        if field in _NEVER_CHANGED or (isinstance(parent, ast.ClassDef) and field == "keywords"):
            continue
        if isinstance(value, ast.AST):
            yield value, lambda new, field=field: setattr(parent, field, new)  # type: ignore[misc]
        elif isinstance(value, list):
            for number, each in enumerate(value):
                is_text = texts and field == "args" and isinstance(each, ast.Constant)
                if isinstance(each, ast.AST) and not is_text and not _is_silent(each):
                    yield each, lambda new, at=number, of=value: of.__setitem__(at, new)  # type: ignore[misc]


def _is_silent(node: ast.AST) -> bool:
    """Whether a node says nothing to the program as it runs."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name[0].isupper() and not name.isupper() and not isinstance(value, ast.Call)
        case ast.Expr(value=ast.Call() as call) | (ast.Call() as call):
            return _called(call) in _FOR_TYPES
        case _:
            return False


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What can stand instead of a node."""
    match node:
        case ast.Constant(value=value):
            yield from _constants(value)
        case ast.Compare(left=left, ops=[op, *ops], comparators=comparators):
            for other in _COMPARED[type(op)]:
                yield "comparison", ast.Compare(left, [other(), *ops], comparators)
            for number, following in enumerate(ops, 1):
                for other in _COMPARED[type(following)]:
                    changed = [op, *ops]
                    changed[number] = other()
                    yield "comparison", ast.Compare(left, changed, comparators)
        case ast.BoolOp(op=op, values=values):
            yield "logic", ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "logic", operand
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield "arithmetic", operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _COUNTED:
            yield "arithmetic", ast.BinOp(left, _COUNTED[type(op)](), right)
        case ast.AugAssign(target=target, op=op, value=right) if type(op) in _COUNTED:
            yield "arithmetic", ast.AugAssign(target, _COUNTED[type(op)](), right)
        case ast.Name(id=name) if name in _CHOSEN:
            yield "choice", ast.Name(_CHOSEN[name], node.ctx)
        case _:
            yield from _conditions(node)
            yield from _statements(node)


def _constants(value: object) -> Iterator[tuple[str, ast.AST]]:
    match value:
        case bool():
            yield "truth", ast.Constant(not value)
        case int() | float():
            yield "number", ast.Constant(value + 1)
            yield "number", ast.Constant(value - 1)
        case str():
            yield "string", ast.Constant(f"XX{value}XX")
        case bytes():
            yield "string", ast.Constant(b"XX" + value + b"XX")


def _conditions(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Conditions turned round, unless another change does the same; a filter taken out."""
    match node:
        case ast.comprehension(ifs=[_, *_]):
            yield "condition", ast.comprehension(node.target, node.iter, [], node.is_async)
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) if _is_turned(test):
            return
        case ast.If(test=test, body=body, orelse=orelse):
            yield "condition", ast.If(_turned(test), body, orelse)
        case ast.While(test=test, body=body, orelse=orelse):
            yield "condition", ast.While(_turned(test), body, orelse)
        case ast.IfExp(test=test, body=one, orelse=other):
            yield "condition", ast.IfExp(_turned(test), one, other)
        case ast.match_case(guard=ast.expr() as guard) if not _is_turned(guard):
            yield "condition", ast.match_case(node.pattern, _turned(guard), node.body)


def _is_turned(test: ast.expr) -> bool:
    """Whether a condition is turned round where its parts are changed."""
    match test:
        case ast.UnaryOp(op=ast.Not()) | ast.Compare(ops=[_]):
            return True
        case _:
            return False


def _turned(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _statements(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Statements without their effect."""
    nothing = ast.Constant(None)
    match node:
        case (
            ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise() | ast.Delete()
        ):
            yield "statement", ast.Pass()
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield "value", ast.Return(nothing)
        case ast.Assign(targets=targets, value=value) if not _is_none(value):
            yield "value", ast.Assign(targets, nothing)
        case ast.AnnAssign(value=ast.expr() as value) if not _is_none(value):
            yield "value", ast.AnnAssign(node.target, node.annotation, nothing, node.simple)
        case ast.Break():
            yield "loop", ast.Continue()
        case ast.Continue():
            yield "loop", ast.Break()


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _lines(node: ast.AST) -> tuple[int, int]:
    """The lines of what a change touches: of a compound statement, those of its head."""
    match node:
        case ast.If(test=head) | ast.While(test=head) | ast.match_case(pattern=head):
            return head.lineno, head.end_lineno or head.lineno
        case ast.comprehension(target=head, iter=end):
            return head.lineno, end.end_lineno or head.lineno
        case ast.stmt() | ast.expr():
            return node.lineno, node.end_lineno or node.lineno
        case _:
            raise TypeError(node)


def _short(node: ast.AST) -> str:
    first, *more = ast.unparse(node).splitlines() or [""]
    return f"{first} …" if more else first
