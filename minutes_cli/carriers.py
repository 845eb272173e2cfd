"""The standard library's dataclasses, with their methods made when they are first called.

`dataclasses.dataclass` writes and compiles the methods of every class when it is imported: half a millisecond a class, twice that for
a frozen one, so that the eighty classes on the way to a page took a tenth of the time from start to end. Most are never compared or
printed, and some never made.
"""

from __future__ import annotations

import dataclasses
from dataclasses import field as field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Any:
        """As `dataclasses.dataclass` of a class with slots; that nobody assigns to a frozen one only type checkers tell, which makes it
        twice as fast to make."""

        def decorate(plain: type) -> type:
            return _prepared(plain, slots, frozen, eq)

        return decorate


_METHODS = {
    "__repr__": {"repr": True},
    "__eq__": {"eq": True},
    "__hash__": {"eq": True, "unsafe_hash": True},
}
"""What the standard library must be asked for to get each method but `__init__`."""
_NONE = {"init": False, "repr": False, "eq": False, "match_args": False}


def _prepared(plain: type, slots: bool, frozen: bool, eq: bool) -> type:
    """The class with its fields and slots, and with methods that make themselves; those that it wrote itself stay."""
    # Else the standard library makes a text of the signature, which takes longer than all the rest.
    plain.__doc__ = plain.__doc__ or plain.__name__
    namespace = {name: value for name, value in vars(plain).items() if name not in ("__dict__", "__weakref__")}
    own = plain.__dict__.keys()
    made: type = dataclasses.dataclass(**{**_NONE, "match_args": True}, slots=slots)(plain)
    wanted = ["__init__", "__repr__", *(["__eq__"] if eq else []), *(["__hash__"] if eq and frozen else [])]
    for name in wanted:
        if name not in own:
            setattr(made, name, _first_call(made, namespace, name))
    if eq and not frozen and "__hash__" not in own:
        made.__hash__ = None  # type: ignore[assignment]
    return made


def _first_call(made: type, namespace: dict[str, Any], name: str) -> Any:
    """A method that has the real one written, puts that in its own place, and goes on as it."""

    def method(self: Any, *arguments: Any, **named: Any) -> Any:
        written = _maker(made) if name == "__init__" else _standard(made, namespace, name)
        setattr(made, name, written)
        return written(self, *arguments, **named)

    method.__name__ = name
    return method


def _standard(made: type, namespace: dict[str, Any], name: str) -> Any:
    """A method as the standard library writes it, for a twin of the class."""
    twin = type(made)(made.__name__, made.__bases__, dict(namespace))
    return getattr(dataclasses.dataclass(**{**_NONE, **_METHODS[name]})(twin), name)


def _maker(made: type) -> Any:
    """`__init__`, which the standard library takes five times as long to write: a page makes objects of fifty classes."""
    known: dict[str, Any] = {"MISSING": dataclasses.MISSING}
    parameters, body = ["self"], []
    for part in dataclasses.fields(made):
        name, value, usual = part.name, part.name, ""
        if part.default_factory is not dataclasses.MISSING:
            known[f"new_{name}"], usual = part.default_factory, "=MISSING"
            value = f"new_{name}() if {name} is MISSING else {name}" if part.init else f"new_{name}()"
        elif part.default is not dataclasses.MISSING:
            known[f"usual_{name}"], usual = part.default, f"=usual_{name}"
            value = name if part.init else f"usual_{name}"
        if part.init:
            parameters.append(name + usual)
        if part.init or usual:
            body.append(f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    lines = "\n    ".join(body or ["pass"])
    # As the standard library does it: a text of nothing but the names that a class of this program gave its fields.
    exec(f"def __init__({', '.join(parameters)}):\n    {lines}", known)  # noqa: S102
    return known["__init__"]
