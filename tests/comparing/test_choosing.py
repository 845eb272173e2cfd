"""What is compared: the lists that answer each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli import parse, read
from minutes_cli.comparing import NothingComparable, compare
from minutes_cli.model import Clause, Deadline, Group, Item, Meeting, Minutes, SourceFacts
from tests.comparing.making import clauses, listed, minutes, shapes

SAMPLES = Path(__file__).parents[2] / "samples"
MOORINGS = [
    "That the moorings at Saltmarsh be surveyed each spring.",
    "That tenants of the boathouse be asked what they need.",
    "That the Harbour Select Commission keep watch on the survey.",
    "That the Clerk report on the state of the slipway by May.",
]
PARKS = ["That the bandstand in Tidewell park be roofed.", "That dogs be kept on a lead in the rose garden."]
APPROVE = "That Cabinet approve the answer set out in the appendix."


def panel() -> Minutes:
    """A resolution that makes recommendations, and one beside it."""
    made = clauses(MOORINGS, prefix="1/1/1")
    one = Clause(id="1/1/1", label="1)", text="That the report be noted and the following be sent to Cabinet:", clauses=made)
    two = Clause(id="1/1/2", label="2)", text="That the answer be reported back.", deadline=Deadline("within two months", 2, "month"))
    return minutes("panel.txt", Group(id="1/1", clauses=[one, two]), title="Report on Moorings")


def cabinet(texts: list[str]) -> Minutes:
    """The answer: asked, quoted, decided."""
    return minutes(
        "cabinet.txt",
        Group(id="1/1", status="proposed", clauses=[Clause(id="1/1/1", label="1.", text=APPROVE)]),
        Group(id="1/2", kind="recommendation", status="reported", clauses=clauses(texts, prefix="1/2")),
        Group(id="1/3", copy_of="1/1", clauses=[Clause(id="1/3/1", text=APPROVE)]),
        title="Response to the Report on Moorings",
    )


def meeting(*items: tuple[str, str, list[str]], date: str | None = None, path: str = "meeting.txt") -> Minutes:
    """A whole meeting: number, title and recommendations of each item."""
    made = [
        Item(
            id=str(at),
            number=number,
            title=title,
            groups=[Group(id=f"{at}/1", kind="recommendation", clauses=clauses(texts, prefix=f"{at}/1"))],
        )
        for at, (number, title, texts) in enumerate(items, 1)
    ]
    return Minutes(source=SourceFacts(path), meeting=Meeting("Wexcombe Council", date), items=made)


def test_recommendations_made_against_recommendations_received() -> None:
    comparison = compare(panel(), cabinet(MOORINGS))
    assert comparison.summary.links == comparison.summary.unchanged == 4
    assert (
        comparison.summary.remaining == "not compared: 2 clauses of the old document (1), 2)); 2 clauses of the new document (1., no label)"
    )
    assert comparison.old.groups == ["1/1"] and comparison.new.groups == ["1/2"]


def test_the_other_way_round_it_is_the_same_lists() -> None:
    comparison = compare(cabinet(MOORINGS), panel())
    assert comparison.summary.links == comparison.summary.unchanged == 4


def test_what_got_no_answer_is_dropped_not_left_out() -> None:
    comparison = compare(panel(), cabinet(MOORINGS[:3]))
    assert (comparison.summary.unchanged, comparison.summary.dropped) == (3, 1)


def test_the_item_is_found_among_many_by_content() -> None:
    whole = meeting(("4", "Parks", PARKS), ("7", "Moorings", MOORINGS))
    comparison = compare(panel(), whole)
    assert comparison.new.items == ["2"] and comparison.summary.unchanged == 4


def test_of_two_items_of_like_content_the_title_decides() -> None:
    asked = meeting(("1", "Moorings at Holm", MOORINGS))
    whole = meeting(("4", "Moorings at Ellis", MOORINGS), ("5", "Moorings at Holm", MOORINGS))
    assert compare(asked, whole).new.items == ["2"]


def test_items_by_number_or_id_on_either_side() -> None:
    old = meeting(("4", "Parks", PARKS), ("7", "Moorings", MOORINGS))
    assert compare(old, old).summary.links == 6
    assert compare(old, old, items=["7"]).summary.links == 4
    assert compare(old, old, items=["old:4"]).summary.links == 2
    with pytest.raises(NothingComparable, match="neither document has an item 9"):
        compare(old, old, items=["9"])
    with pytest.raises(NothingComparable, match="answers"):
        compare(old, old, items=["old:4", "new:7"])


def test_kinds_and_groups() -> None:
    assert compare(panel(), panel(), kinds=["resolution"]).summary.links == 2
    assert compare(cabinet(MOORINGS), cabinet(MOORINGS), groups=["proposed"]).summary.links == 1
    assert compare(cabinet(MOORINGS), cabinet(MOORINGS), groups=["1/2"]).summary.links == 4
    with pytest.raises(NothingComparable, match="leaves nothing of the old document"):
        compare(panel(), cabinet(MOORINGS), groups=["lost"])


def test_everything_leaves_out_plain_copies_only() -> None:
    assert compare(panel(), panel(), everything=True).summary.links == 6
    assert compare(cabinet(MOORINGS), cabinet(MOORINGS), everything=True).summary.links == 5


def test_versions_of_one_meeting_are_compared_whole() -> None:
    draft = meeting(("4", "Parks", PARKS), ("7", "Moorings", MOORINGS), date="2031-03-14", path="draft.txt")
    final = meeting(("4", "Parks", PARKS), ("7", "Moorings", MOORINGS), ("8", "Trees", ["That an oak be planted."]), date="2031-03-14")
    comparison = compare(draft, final)
    assert (comparison.summary.unchanged, comparison.summary.added, comparison.summary.remaining) == (6, 1, None)


def test_decisions_are_compared_where_nobody_recommends() -> None:
    old = minutes("old.txt", Group(id="1/1", clauses=clauses(PARKS, kind="resolution")))
    new = minutes("new.txt", Group(id="1/1", clauses=clauses([PARKS[1], PARKS[0]], kind="resolution")))
    assert shapes(compare(old, new)) == [(["1"], ["2"], ["relabelled", "moved"]), (["2"], ["1"], ["relabelled", "moved"])]


def test_lists_asked_and_decided_are_not_counted_twice() -> None:
    both = minutes(
        "both.txt",
        Group(id="1/1", kind="recommendation", status="proposed", clauses=clauses(PARKS, prefix="1/1")),
        Group(id="1/2", kind="recommendation", status="decided", clauses=clauses(PARKS, prefix="1/2")),
    )
    assert compare(both, listed("answer.txt", PARKS)).summary.links == 2


def test_order_of_items_is_no_move() -> None:
    old = meeting(("4", "Parks", PARKS), ("7", "Moorings", MOORINGS))
    new = meeting(("4", "Moorings", MOORINGS), ("7", "Parks", PARKS))
    assert compare(old, new).summary.moved == 0


def test_a_changed_stem_is_a_changed_ask() -> None:
    made = clauses(["the gate be mended by the end of June"])
    made[0].full_text = "That Cabinet be asked that the gate be mended by the end of June"
    other = clauses(["the gate be mended by the end of June"])
    other[0].full_text = "That Council be asked that the gate be mended by the end of June"
    sides = [minutes(f"{at}.txt", Group(id="1/1", kind="recommendation", clauses=side)) for at, side in enumerate((made, other))]
    (link,) = compare(*sides).links
    assert [(change.text, change.to, change.note) for change in link.words] == [("Cabinet", "Council", "body")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (minutes("a.txt"), listed("b.txt", PARKS), "the old document holds no resolution and no recommendation: a.txt"),
        (listed("a.txt", PARKS), minutes("b.txt"), "the new document holds no resolution and no recommendation: b.txt"),
        (listed("a.txt", PARKS), listed("b.txt", MOORINGS), "nothing in b.txt answers a recommendation or resolution of a.txt"),
    ],
)
def test_nothing_comparable(old: Minutes, new: Minutes, message: str) -> None:
    with pytest.raises(NothingComparable) as raised:
        compare(old, new)
    assert str(raised.value) == message


APPROVED = "That the minutes of the meeting held on {} be approved and signed by the Chair."
PROCEDURE = [
    APPROVED.format("6th May 2031"),
    "That the report be noted.",
    "That the press and public be excluded from the meeting for the following item, since exempt information may be disclosed.",
]


def test_procedure_in_common_answers_nothing() -> None:
    old = [APPROVED.format("1st April 2031"), "That the report of the Director be received and noted.", PROCEDURE[2]]
    with pytest.raises(NothingComparable, match="what they share is procedure"):
        compare(listed("a.txt", [*old, MOORINGS[0]]), listed("b.txt", [*PROCEDURE, PARKS[0]]))


def test_procedure_is_compared_beside_what_answers_and_where_it_is_chosen_or_the_same() -> None:
    old, new = [APPROVED.format("1st April 2031"), MOORINGS[0]], [APPROVED.format("6th May 2031"), MOORINGS[0]]
    assert compare(listed("a.txt", old), listed("b.txt", new)).summary.reworded == 1
    assert compare(listed("a.txt", PROCEDURE), listed("b.txt", PROCEDURE)).summary.unchanged == 3
    assert compare(listed("a.txt", old[:1]), listed("b.txt", new[:1]), items=["1"]).summary.reworded == 1


def test_lists_apart_that_share_procedure_alone_are_left_out_beside_lists_that_answer() -> None:
    def page(path: str, when: str, answered: list[str]) -> Minutes:
        groups = [
            Group(id=f"{at}/1", kind="resolution", clauses=clauses(texts, prefix=f"{at}/1", kind="resolution"))
            for at, texts in ((1, [APPROVED.format(when)]), (2, answered))
        ]
        return Minutes(source=SourceFacts(path), items=[Item(id=str(at + 1), groups=[group]) for at, group in enumerate(groups)])

    found = compare(page("a.txt", "1st April 2031", MOORINGS), page("b.txt", "6th May 2031", MOORINGS))
    assert (found.summary.unchanged, found.summary.links) == (4, 4)
    assert found.summary.remaining == "not compared: 1 clause of the old document (a)); 1 clause of the new document (a))"


def test_the_minutes_of_one_day_are_one_matter() -> None:
    other = [APPROVED.format("6th May 2031"), PARKS[0]]
    assert compare(listed("a.txt", [*PROCEDURE[:1], MOORINGS[0]]), listed("b.txt", other)).summary.unchanged == 1


def test_samples_of_two_councils_answer_nothing() -> None:
    for old, new in (("wexcombe-meeting", "netherby-parish"), ("ballyrush-ireland", "wexcombe-meeting")):
        pages = [parse(read(str(SAMPLES / f"{name}.txt"))) for name in (old, new)]
        with pytest.raises(NothingComparable):
            compare(*pages)


def test_nothing_comparable_even_when_all_is_chosen() -> None:
    with pytest.raises(NothingComparable):
        compare(listed("a.txt", PARKS), listed("b.txt", MOORINGS), everything=True)


def test_the_record_has_the_keys_of_the_contract_in_order() -> None:
    record = compare(panel(), cabinet([*MOORINGS[:3], "That the Clerk report on the state of the slipway by June."])).to_dict()
    assert list(record) == ["schema", "old", "new", "summary", "links"]
    assert list(record["summary"])[:9] == ["links", "unchanged", "cosmetic", "relabelled", "moved", "reworded", "split", "merged", "added"]
    assert list(record["links"][3]) == ["old", "new", "flags", "matched_by", "score", "margin", "words"]
    assert record["links"][3]["words"] == [{"op": "replace", "old": [53, 56], "new": [53, 57], "text": "May", "to": "June", "note": "date"}]
