"""One line per recommendation across meetings."""

from __future__ import annotations

from itertools import pairwise

import pytest

from minutes_cli.comparing import NothingComparable, trace
from minutes_cli.comparing.deadlines import due
from minutes_cli.model import Deadline, Group, Lineage, Meeting, Minutes, Response
from tests.alignment.generator import GRADES, as_minutes, history
from tests.comparing.making import clauses, listed

GATE = "That the harbour gate be painted green before the summer season."
FERRY = "That the ferry run on Sundays from Tidewell to Holm, and that fares be halved for children."
HEDGE = "That the hedge at Netherby be laid afresh by the warden."


def at(date: str | None, texts: list[str], **more: object) -> Minutes:
    made = listed(f"{date}.txt", texts)
    made.meeting = Meeting("Wexcombe Cabinet", date)
    return made


def story(lineage: Lineage) -> list[list[tuple[int, str, list[str]]]]:
    return [[(state.document, state.id.rpartition("/")[2], state.flags) for state in thread.states] for thread in lineage.threads]


def test_every_change_of_one_recommendation() -> None:
    later = GATE.replace("green", "blue")
    lineage = trace([at("2031-01-10", [GATE, FERRY]), at("2031-02-10", [FERRY, GATE]), at("2031-03-10", [FERRY, later])])
    assert story(lineage)[0] == [(0, "1", []), (1, "2", ["relabelled", "moved"]), (2, "2", ["reworded"])]
    assert [state.text for state in lineage.threads[0].states] == [GATE, GATE, later]
    assert [(change.text, change.to) for change in lineage.threads[0].states[2].words] == [("green", "blue")]


def test_dropped_and_reinstated() -> None:
    lineage = trace([at("2031-01-10", [GATE, FERRY]), at("2031-02-10", [FERRY]), at("2031-03-10", [FERRY, GATE])])
    assert story(lineage)[0] == [(0, "1", []), (1, "", ["dropped"]), (2, "2", ["relabelled", "reinstated"])]
    assert len(lineage.threads) == 2


def test_split_and_merge_are_a_family() -> None:
    parts = ["That the ferry run on Sundays from Tidewell to Holm.", "That fares be halved for children."]
    lineage = trace([at("2031-01-10", [GATE, FERRY]), at("2031-02-10", [GATE, *parts]), at("2031-03-10", [GATE, FERRY])])
    ferry = lineage.threads[1]
    assert [state.flags for state in ferry.states] == [[], ["reworded", "split"], ["reworded", "merged"]]
    child = next(thread for thread in lineage.threads if thread.id in ferry.family)
    assert child.family == [ferry.id]
    assert child.states[-1].id == ferry.states[-1].id
    assert len(lineage.threads) == 3


def test_meetings_are_put_in_order() -> None:
    lineage = trace([at("2031-03-10", [GATE]), at("2031-01-10", [GATE]), at("2031-02-10", [GATE])])
    assert [side.date for side in lineage.documents] == ["2031-01-10", "2031-02-10", "2031-03-10"]
    assert not lineage.notices


def test_order_as_given_says_so() -> None:
    lineage = trace([at("2031-03-10", [GATE]), at(None, [GATE])])
    assert [side.date for side in lineage.documents] == ["2031-03-10", None]
    assert lineage.notices[0].startswith("order-as-given: ")


def test_an_unrelated_paper_changes_no_pair() -> None:
    """P22."""
    early, late = at("2031-01-10", [GATE, FERRY]), at("2031-04-10", [FERRY, GATE])
    others = [at("2031-02-10", ["That an oak be planted at Ellis."]), at("2031-03-10", ["That bins be emptied twice a week."])]
    told = []
    for between in ([], others, others[::-1]):
        lineage = trace([early, *between, late])
        told.append(
            [[(lineage.documents[state.document].date, state.id, state.flags) for state in thread.states] for thread in lineage.threads]
        )
    assert told[0] == told[1] == told[2]


def test_answers_and_deadlines() -> None:
    first = at("2031-01-10", [GATE, FERRY])
    first.items[0].groups[0].clauses[0].deadline = Deadline("within two months", 2, "month")
    first.items[0].groups[0].clauses[1].deadline = Deadline("within a fortnight", 14, "day")
    second = at("2031-02-10", [GATE, FERRY])
    second.items[0].responses = [Response(by="Cabinet", verdict="accepted", scope="all", text="Cabinet accepted both")]
    lineage = trace([first, second])
    assert [(a.document, a.by, a.verdict) for a in lineage.threads[0].answers] == [(1, "Cabinet", "accepted")]
    assert [(t.due, t.status, t.met_by) for thread in lineage.threads for t in thread.deadlines] == [
        ("2031-03-10", "met", 1),
        ("2031-01-24", "missed", None),
    ]


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        (Deadline("by 3 May 2031", date="2031-05-03"), "2031-05-03"),
        (Deadline("within one month", 1, "month"), "2031-02-28"),
        (Deadline("within two years", 2, "year"), "2033-01-31"),
        (Deadline("within three weeks", 3, "week"), "2031-02-21"),
        (Deadline("within ten days", 10, "day"), "2031-02-10"),
        (Deadline("in ages", 10**9, "year"), None),
        (Deadline("soon"), None),
        (Deadline("in three moons", 3, "moon"), None),
    ],
)
def test_due(deadline: Deadline, day: str | None) -> None:
    found = due(deadline, "2031-01-31")
    assert (found.isoformat() if found else None) == day


def test_no_date_to_count_from() -> None:
    assert due(Deadline("within one month", 1, "month"), None) is None


def test_a_direct_look_that_disagrees_is_told() -> None:
    """A clause is reworded, then the first wording comes back beside it: step by step it is the reworded one, directly the other."""
    reworded = GATE.replace("painted green", "cleaned and oiled")
    lineage = trace([at("2031-01-10", [GATE, FERRY]), at("2031-02-10", [reworded, FERRY]), at("2031-03-10", [reworded, FERRY, GATE])])
    assert [(d.old, d.direct, d.composed) for d in lineage.disagreements] == [("1/1/1", ["1/1/3"], ["1/1/1"])]


def test_a_list_received_and_passed_on_stays_one_thread() -> None:
    received = at("2031-02-10", [GATE])
    group = received.items[0].groups[0]
    group.status = "reported"
    received.items[0].groups.append(Group(id="1/2", kind="recommendation", clauses=clauses([GATE], prefix="1/2")))
    lineage = trace([at("2031-01-10", [GATE]), received, at("2031-03-10", [GATE])])
    assert [[state.document for state in thread.states] for thread in lineage.threads] == [[0, 1, 2]]


def test_too_few_or_unrelated() -> None:
    with pytest.raises(NothingComparable):
        trace([at("2031-01-10", [GATE])])
    with pytest.raises(NothingComparable):
        trace([at("2031-01-10", [GATE]), at("2031-02-10", ["That bins be emptied twice a week."])])


@pytest.mark.parametrize("seed", range(3))
def test_threads_hold_every_clause_once_and_run_forward(seed: int) -> None:
    made = history(seed, GRADES["hard"], 20, meetings=5)
    lineage = trace([as_minutes(one, number) for number, one in enumerate(made.meetings)])
    known = {thread.id for thread in lineage.threads}
    for thread in lineage.threads:
        assert all(one.document < two.document for one, two in pairwise(thread.states))
        assert set(thread.family) <= known - {thread.id}
    traced = {state.id for thread in lineage.threads for state in thread.states if state.id}
    assert traced == {clause.id for one in made.meetings for clause in one}
