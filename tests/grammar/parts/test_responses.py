"""Answers to recommendations (P15)."""

import pytest

from minutes_cli.grammar.parts.responses import find_responses

Row = tuple[str, str | None, str, str]


def rows(text: str) -> list[Row]:
    """Verdict, body, what was answered and the words, for each answer."""
    found = []
    for each in find_responses(text):
        scope = ["-".join(label.text for label in pair if label) for pair in each.labels] + [str(number) for number in each.ordinals]
        scope += ["all"] * each.all_ + ["rest"] * each.rest
        by = text[each.by_start : each.by_end] if each.by_start is not None else None
        found.append((each.verdict, by, " ".join(scope), text[each.start : each.end]))
    return found


@pytest.mark.parametrize(
    ("text", "verdict", "by", "scope", "span"),
    [
        (
            "Cabinet accepted all of the recommendations and a plan was shown",
            "accepted",
            "Cabinet",
            "all",
            "Cabinet accepted all of the recommendations",
        ),
        ("the recommendations were accepted", "accepted", None, "all", "the recommendations were accepted"),
        (
            "The Cabinet agreed to accept the recommendations",
            "accepted",
            "Cabinet",
            "all",
            "The Cabinet agreed to accept the recommendations",
        ),
        ("Cabinet rejected the first recommendation", "rejected", "Cabinet", "1", "Cabinet rejected the first recommendation"),
        (
            "The Executive agreed to all eight recommendations",
            "accepted",
            "Executive",
            "all",
            "The Executive agreed to all eight recommendations",
        ),
        ("Cabinet partially accepted recommendation 3", "accepted-in-part", "Cabinet", "3", "Cabinet partially accepted recommendation 3"),
        ("Cabinet accepted recommendation 3 in part.", "accepted-in-part", "Cabinet", "3", "Cabinet accepted recommendation 3 in part"),
        (
            "The recommendations of the Harbour Panel were accepted in part by the Cabinet.",
            "accepted-in-part",
            "Cabinet",
            "all",
            "The recommendations of the Harbour Panel were accepted in part by the Cabinet",
        ),
        (
            "the third and fourth recommendations had been rejected",
            "rejected",
            None,
            "3 4",
            "the third and fourth recommendations had been rejected",
        ),
        ("Recommendation 2 was not accepted.", "rejected", None, "2", "Recommendation 2 was not accepted"),
        (
            "Recommendations a) – d) have been accepted by the Harbour Board",
            "accepted",
            "Harbour Board",
            "a)-d)",
            "Recommendations a) – d) have been accepted by the Harbour Board",
        ),
        (
            "It was reported that the Executive had not accepted recommendation (b)",
            "rejected",
            "Executive",
            "(b)",
            "the Executive had not accepted recommendation (b)",
        ),
        (
            "The Cabinet had accepted the Panel's recommendations",
            "accepted",
            "Cabinet",
            "all",
            "The Cabinet had accepted the Panel's recommendations",
        ),
        (
            "Cabinet\u00a0accepted\u00a0recommendations\u00a01\u00a0to\u00a04",
            "accepted",
            "Cabinet",
            "1-4",
            "Cabinet\u00a0accepted\u00a0recommendations\u00a01\u00a0to\u00a04",
        ),
    ],
)
def test_one_answer(text: str, verdict: str, by: str | None, scope: str, span: str) -> None:
    assert rows(text) == [(verdict, by, scope, span)]


def test_an_answer_for_each_recommendation() -> None:
    assert rows("Cabinet accepted recommendations (a) and (c), noted (b) and asked for more work on (d).") == [
        ("accepted", "Cabinet", "(a) (c)", "Cabinet accepted recommendations (a) and (c)"),
        ("noted", "Cabinet", "(b)", "noted (b)"),
        ("deferred", "Cabinet", "(d)", "asked for more work on (d)"),
    ]
    assert rows("Cabinet accepted recommendation 1 in part and rejected the rest; the Leader deferred recommendation 8") == [
        ("accepted-in-part", "Cabinet", "1", "Cabinet accepted recommendation 1 in part"),
        ("rejected", "Cabinet", "rest", "rejected the rest"),
        ("deferred", "Leader", "8", "the Leader deferred recommendation 8"),
    ]
    assert [row[0] for row in rows("Recommendation 1 was accepted and recommendation 2 was rejected")] == ["accepted", "rejected"]


@pytest.mark.parametrize(
    ("text", "by", "paper"),
    [
        ("the response is set out in Appendix 1", None, "Appendix 1"),
        ("The Cabinet’s response to the recommendations is set out in Appendix 1 to the report.", "Cabinet", "Appendix 1"),
        ("The response of the Executive was attached as an annex", "Executive", "annex"),
        ("the replies were given in the report", None, "report"),
    ],
)
def test_a_pointer_is_no_answer(text: str, by: str | None, paper: str) -> None:
    (each,) = find_responses(text)
    assert (each.verdict, each.all_) == ("not-stated", True)
    assert each.pointer_span is not None
    assert text[slice(*each.pointer_span)] == paper
    assert (text[each.by_start : each.by_end] if each.by_start is not None else None) == by


@pytest.mark.parametrize(
    "text",
    [
        "Cabinet be asked to accept recommendation 2",
        "Cabinet will consider whether to accept the recommendations",
        "That Cabinet accept the recommendations",
        "That the recommendations be accepted",
        "That the recommendations are accepted",
        "RESOLVED that the recommendations are accepted",
        "if Cabinet accepted the recommendations",
        "whether the recommendations were accepted",
        "should be accepted in recommendation 3",
        "The Committee noted the recommendations",
        "The Committee agreed the recommendations in the report",
        "That Cabinet approve the answer to the recommendations, as detailed in Appendix 1",
        "Councillor Ash accepted the prize",
        "",
    ],
)
def test_no_answer(text: str) -> None:
    assert rows(text) == []
