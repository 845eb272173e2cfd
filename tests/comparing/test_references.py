"""References compared by what they point at."""

from __future__ import annotations

import pytest

from minutes_cli.comparing import compare, differs
from minutes_cli.model import Clause, Group, Minutes, Reference
from tests.alignment.pointing import pointing
from tests.comparing.making import clauses, minutes

BEACON = "That the beacon be relit by the harbour master."
FERRY = "That the ferry run on Sundays in the summer season."
HEDGE = "That the hedge at Tidewell be laid afresh."


def pointed(
    path: str, texts: list[str], words: str, targets: list[int], status: str = "resolved", *, more: list[Clause] | None = None
) -> Minutes:
    """A list whose last clause refers, in ``words``, to the clauses of these numbers."""
    made = clauses([*texts, f"In relation to {words}, that a report come back each year."])
    made[-1].references = [Reference(words, (0, 0), [f"1/1/{at}" for at in targets], status)]
    return minutes(path, Group(id="1/1", kind="recommendation", clauses=made), *([Group(id="1/2", clauses=more)] if more else []))


def judged(old: Minutes, new: Minutes) -> list[tuple[str, str, str | None]]:
    return [(ref.text, ref.status, ref.new_text) for link in compare(old, new).links for ref in link.references]


def test_intact_though_a_duplicated_letter_was_repaired() -> None:
    """The lettering of a list that printed d) twice changes below it; what c) and d) point at does not."""
    old = pointed("old", [BEACON, FERRY, HEDGE], "recommendations b) and c)", [2, 3])
    new = pointed("new", [BEACON, FERRY, HEDGE], "recommendations b) and c)", [2, 3])
    old.items[0].groups[0].clauses[3].label = "c)"
    assert judged(old, new) == [("recommendations b) and c)", "intact", None)]
    assert differs(compare(old, new))


def test_retargeted_is_counted_first_though_no_word_changed() -> None:
    old = pointed("old", [BEACON, FERRY, HEDGE], "recommendation b)", [2])
    new = pointed("new", [FERRY, BEACON, HEDGE], "recommendation b)", [2])
    comparison = compare(old, new)
    assert judged(old, new) == [("recommendation b)", "retargeted", None)]
    assert next(iter(comparison.summary.references)) == "retargeted"


def test_a_retargeted_reference_is_a_difference_where_all_else_is_the_same() -> None:
    old = pointed("old", [BEACON, FERRY, HEDGE], "the above", [2])
    new = pointed("new", [BEACON, FERRY, HEDGE], "the above", [3])
    comparison = compare(old, new)
    assert comparison.summary.unchanged == 4 and differs(comparison)


def test_followed() -> None:
    old = pointed("old", [BEACON, FERRY], "recommendation b)", [2])
    new = pointed("new", [HEDGE, BEACON, FERRY], "recommendation c)", [3])
    assert judged(old, new) == [("recommendation b)", "followed", "recommendation c)")]
    (link,) = [link for link in compare(old, new).links if link.references]
    assert "reworded" in link.flags and [change.note for change in link.words] == ["reference"]


def test_changed() -> None:
    old = pointed("old", [BEACON, FERRY], "recommendation a)", [1])
    new = pointed("new", [BEACON, FERRY], "recommendation b)", [2])
    assert judged(old, new) == [("recommendation a)", "changed", "recommendation b)")]


def test_dangling_and_ambiguous_and_external() -> None:
    whole = pointed("old", [BEACON, FERRY], "recommendation b)", [2])
    assert judged(whole, pointed("new", [BEACON], "recommendation b)", [], "unresolved")) == [("recommendation b)", "dangling", None)]
    assert judged(whole, pointed("new", [BEACON, FERRY], "recommendation b)", [1, 2], "ambiguous")) == [
        ("recommendation b)", "ambiguous", None)
    ]
    paper = pointed("old", [BEACON], "minute 12", [], "external")
    assert judged(paper, pointed("new", [BEACON], "minute 12", [], "external")) == [("minute 12", "intact", None)]
    assert judged(paper, pointed("new", [BEACON], "minute 13", [], "external")) == [("minute 12", "changed", "minute 13")]


def test_a_reference_that_only_one_side_has() -> None:
    old = pointed("old", [BEACON, FERRY], "recommendation b)", [2])
    new = pointed("new", [BEACON, FERRY], "recommendation b)", [2])
    new.items[0].groups[0].clauses[-1].references = []
    assert judged(old, new) == [("recommendation b)", "changed", None)]
    assert judged(new, old) == [("", "changed", "recommendation b)")]


def test_all_parts_of_a_split_target_count() -> None:
    whole = "That the beacon be relit by the harbour master, and that the ferry run on Sundays in the summer season."
    old = pointed("old", [HEDGE, whole], "recommendation b)", [2])
    both = pointed("new", [HEDGE, BEACON, FERRY], "recommendations b) and c)", [2, 3])
    half = pointed("new", [HEDGE, BEACON, FERRY], "recommendation b)", [2])
    assert judged(old, both) == [("recommendation b)", "followed", "recommendations b) and c)")]
    assert judged(old, half) == [("recommendation b)", "retargeted", None)]


def test_a_target_outside_what_is_compared_is_known_by_its_words() -> None:
    old = pointed("old", [BEACON], "resolution 1)", [], more=[Clause(id="1/2/1", label="1)", text=HEDGE)])
    new = pointed("new", [BEACON], "resolution 1)", [], more=[Clause(id="1/2/1", label="1)", text=HEDGE)])
    for side in (old, new):
        side.items[0].groups[0].clauses[-1].references[0].targets = ["1/2/1"]
    assert judged(old, new) == [("resolution 1)", "intact", None)]
    new.items[0].groups[1].clauses[0].text = FERRY
    assert judged(old, new) == [("resolution 1)", "retargeted", None)]


@pytest.mark.parametrize("seed", range(40))
def test_generated(seed: int) -> None:
    old, new, status = pointing(seed)
    assert [found for _, found, _ in judged(old, new)] == [status]
