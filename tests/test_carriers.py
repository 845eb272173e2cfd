"""Classes whose methods are made late behave as the standard library's own."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle

import pytest

from minutes_cli import carriers


@carriers.dataclass(slots=True)
class Late:
    name: str
    others: list[int] = dataclasses.field(default_factory=list)
    size: int = dataclasses.field(default=3, metadata={"record": False})
    worked_out: str = dataclasses.field(init=False, default="")

    def __post_init__(self) -> None:
        self.worked_out = self.name * self.size


@dataclasses.dataclass(slots=True)
class Usual:
    name: str
    others: list[int] = dataclasses.field(default_factory=list)
    size: int = dataclasses.field(default=3, metadata={"record": False})
    worked_out: str = dataclasses.field(init=False, default="")

    def __post_init__(self) -> None:
        self.worked_out = self.name * self.size


@carriers.dataclass(slots=True)
class Below(Late):
    depth: int = 0


@carriers.dataclass(frozen=True, slots=True)
class Frozen:
    first: int
    second: tuple[str, ...] = ()


@carriers.dataclass(slots=True, eq=False)
class Only:
    first: int


@carriers.dataclass(slots=True)
class Spoken:
    first: int

    def __repr__(self) -> str:
        return "own words"


def asked(kind: type) -> list[tuple[str, object, bool]]:
    """What must and may be given to make an object."""
    return [(one.name, one.kind, one.default is one.empty) for one in inspect.signature(vars(kind)["__init__"]).parameters.values()]


def test_an_object_is_made_compared_and_printed_as_usual() -> None:
    late, usual = Late("ab", size=2), Usual("ab", size=2)
    assert repr(late) == repr(usual).replace("Usual", "Late")
    assert late == Late("ab", [], 2) != Late("ab", [1], 2)
    assert late != usual  # type: ignore[comparison-overlap]
    assert late.worked_out == "abab" and late.others is not Late("ab").others
    assert dataclasses.asdict(late) == dataclasses.asdict(usual)
    assert asked(Late) == asked(Usual)
    with pytest.raises(TypeError):
        hash(late)
    with pytest.raises(TypeError):
        Late()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        late.unknown = 1  # type: ignore[attr-defined]


def test_a_class_that_extends_another_takes_its_fields() -> None:
    below = Below("x", [1], 2, 5)
    assert (below.worked_out, below.depth, below.others) == ("xx", 5, [1])
    assert Late("x", [1], 2) != below == dataclasses.replace(Below("x", [1], 2), depth=5)


def test_frozen_objects_have_a_hash() -> None:
    assert {Frozen(1): 2}[Frozen(1, ())] == 2 and Frozen(1) != Frozen(2)
    assert hash(Frozen(1)) == hash(Frozen(1))


def test_what_is_given_stays() -> None:
    others: list[int] = []
    assert Late("ab", others).others is others and Late("ab", others=others, size=0).worked_out == ""
    with pytest.raises(TypeError):
        Late("ab", worked_out="")  # type: ignore[call-arg]


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Spoken(1)) == "own words"
    assert Only(1) != Only(1) and len({Only(1), Only(1)}) == 2


def test_objects_are_copied_and_pickled() -> None:
    for value in (Late("ab"), Below("x"), Frozen(1, ("a",))):
        assert copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))  # noqa: S301
