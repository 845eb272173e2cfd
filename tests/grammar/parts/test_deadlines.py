"""Time limits and effective dates (P45)."""

import pytest

from minutes_cli.grammar.parts.deadlines import find_deadline, find_deadlines

Row = tuple[str, str, int | None, str | None, str | None, str | None]


def row(text: str) -> Row | None:
    each = find_deadline(text)
    if each is None:
        return None
    after = text[each.after_start : each.after_end] if each.after_start is not None else None
    return text[each.start : each.end], each.kind, each.amount, each.unit, after, each.date


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit", "after"),
    [
        (
            "be reported within two calendar months of its submission.",
            "within two calendar months of its submission",
            2,
            "month",
            "its submission",
        ),
        ("within 14 days", "within 14 days", 14, "day", None),
        ("within two months, and", "within two months", 2, "month", None),
        (
            "within 10 working days of receipt of the letter",
            "within 10 working days of receipt of the letter",
            10,
            "day",
            "receipt of the letter",
        ),
        (
            "within 28 (twenty-eight) days after the hearing by the Clerk",
            "within 28 (twenty-eight) days after the hearing",
            28,
            "day",
            "the hearing",
        ),
        ("within a fortnight", "within a fortnight", 2, "week", None),
        ("within one year of opening", "within one year of opening", 1, "year", "opening"),
        ("within the next six weeks", "within the next six weeks", 6, "week", None),
        ("within 3 to 6 months", "within 3 to 6 months", 6, "month", None),
        ("within 48 hours", "within 48 hours", None, None, None),
        ("within\u00a0two\tmonths", "within\u00a0two\tmonths", 2, "month", None),
    ],
)
def test_within_a_stretch_of_time(text: str, words: str, amount: int | None, unit: str | None, after: str | None) -> None:
    assert row(text) == (words, "within", amount, unit, after, None)


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit"),
    [
        ("a report be brought back in six months", "in six months", 6, "month"),
        ("the pier be painted in six months' time", "in six months' time", 6, "month"),
        ("the pier be painted in 2 years time", "in 2 years time", 2, "year"),
        ("the scheme be reviewed after 12 months.", "after 12 months", 12, "month"),
    ],
)
def test_in_some_time(text: str, words: str, amount: int, unit: str) -> None:
    assert row(text) == (words, "in", amount, unit, None, None)


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("by 31 March 2032", "by 31 March 2032", "2032-03-31"),
        ("no later than 1 May 2031 and", "no later than 1 May 2031", "2031-05-01"),
        ("by no later than Friday, 3 May 2031", "by no later than Friday, 3 May 2031", "2031-05-03"),
        ("on or before 1 June", "on or before 1 June", None),
        ("by 5pm on 3 May 2031", "by 5pm on 3 May 2031", "2031-05-03"),
        ("by 30 February 2031", "by 30 February 2031", None),
        ("by the end of the financial year", "by the end of the financial year", None),
        ("by the end of March 2032", "by the end of March 2032", None),
        ("by March 2032", "by March 2032", None),
        ("by the summer", "by the summer", None),
        ("by year end", "by year end", None),
        ("before the next meeting", "before the next meeting", None),
        ("prior to the June meeting", "prior to the June meeting", None),
        ("by the next meeting of the Harbour Committee and", "by the next meeting of the Harbour Committee", None),
    ],
)
def test_by_a_point_in_time(text: str, words: str, date: str | None) -> None:
    assert row(text) == (words, "by", None, None, None, date)


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("with effect from 1 April 2031", "with effect from 1 April 2031", "2031-04-01"),
        ("with immediate effect", "with immediate effect", None),
        ("effective from the date of signature", "effective from the date of signature", None),
    ],
)
def test_effective_dates_are_marked(text: str, words: str, date: str | None) -> None:
    each = find_deadline(text)
    assert each is not None
    assert (text[each.start : each.end], each.kind, each.date) == (words, "effective", date)


@pytest.mark.parametrize(
    "text",
    [
        "the rise in the last six months",
        "for two years",
        "twice in six months",
        "two floods in six months",
        "by officers",
        "by 31 people",
        "by the Council",
        "before the Committee",
        "within the parish",
        "within 20 metres",
        "within the last two years",
        "in 2031",
        "prior to the meeting",
        "by Jan Pole, the owner",
        "",
    ],
)
def test_no_deadline(text: str) -> None:
    assert find_deadlines(text) == []


def test_a_time_limit_outranks_an_effective_date() -> None:
    text = "with effect from 1 April 2031, and a report made within 14 days"
    assert [each.kind for each in find_deadlines(text)] == ["effective", "within"]
    assert row(text) == ("within 14 days", "within", 14, "day", None, None)


def test_figures_without_end_have_no_amount() -> None:
    assert find_deadlines("within " + "9" * 5000 + " days") == []
