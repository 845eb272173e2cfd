"""Dates in every printed form."""

import datetime

import pytest

from minutes_cli.grammar.parts.dates import find_dates


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[each.start : each.end], each.iso) for each in find_dates(text)]


@pytest.mark.parametrize(
    "printed",
    [
        "14 March 2031",
        "14th March, 2031",
        "14th day of March 2031",
        "14 of March 2031",
        "March 14, 2031",
        "March 14th 2031",
        "14 MARCH 2031",
        "14 Mar 2031",
        "14 Mar. 2031",
        "14/03/2031",
        "14/3/31",
        "14.03.2031",
        "14-03-2031",
        "2031-03-14",
        "Friday 14 March 2031",
        "Friday, 14th March 2031",
        "Friday the 14th March 2031",
        "14 Mawrth 2031",
        "14 Márta 2031",
    ],
)
@pytest.mark.parametrize("space", [" ", "\u00a0", "\t", "\u2002", "\n"])
def test_every_form_of_one_day(printed: str, space: str) -> None:
    text = printed.replace(" ", space)
    assert found(f"held on {text}, at noon") == [(text, "2031-03-14")]


def test_every_day_of_a_year_in_figures() -> None:
    for month in range(14):
        for day in range(33):
            try:
                iso: str | None = datetime.date(2032, month, day).isoformat()
            except ValueError:
                iso = None
            assert found(f"{day}/{month}/2032") == [(f"{day}/{month}/2032", iso)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 February 2031", [("31 February 2031", None)]),
        ("14 March was wet", [("14 March", None)]),
        (
            "3 Meán Fómhair 2031 agus 1 Deireadh Fómhair 2031",
            [("3 Meán Fómhair 2031", "2031-09-03"), ("1 Deireadh Fómhair 2031", "2031-10-01")],
        ),
        ("all 14 may attend; 3 march past", []),
        ("2031/32 £40,000", []),
        ("1/2 share", []),
        ("section 4.5.12345", []),
        ("٣ March ٢٠٣١", []),
        ("no figure in March at all", []),
    ],
)
def test_what_is_a_date_and_what_is_not(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_a_date_without_a_year_is_not_complete() -> None:
    assert [each.complete for each in find_dates("on 14 March and 15 March 2031")] == [False, True]


def test_months_may_be_given() -> None:
    assert [each.iso for each in find_dates("3 Thermidor 2031", {"Thermidor": 7})] == ["2031-07-03"]
    assert find_dates("3 Thermidor 2031") == []
