"""Names with and without titles."""

import pytest

from minutes_cli.grammar.parts.persons import find_persons, read_people, read_people_before, read_person


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_persons(text)]


@pytest.mark.parametrize(
    "title",
    ["Councillor", "Cllr", "Cllr.", "Cr", "Cmhlr.", "Alderman", "Mr", "Mrs.", "Ms", "Dr", "COUNCILLOR", "Lord Mayor", "Councillor Mrs"],
)
@pytest.mark.parametrize(
    "name",
    [
        "Ash",
        "J. Ash",
        "J.P. Ash",
        "JP Ash",
        "M. O’Brien",
        "O’ Hanlon",
        "McAsh",
        "Ash-Birch",
        "Collins (M)",
        "Ó Sé",
        "P. Van Holt",
        "de Búrca",
    ],
)
def test_titles_stay_outside_the_name(title: str, name: str) -> None:
    text = f"Then {title} {name} spoke."
    assert found(text) == [name]
    (person,) = find_persons(text)
    assert text[person.printed_start : person.end] == f"{title} {name}"
    assert person.titled


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors Ash, Birch and Cole; Officers: J Doe", ["Ash", "Birch", "Cole"]),
        ("Councillor Ash and Cllrs Birch, Cole & Dale", ["Ash", "Birch", "Cole", "Dale"]),
        ("The Chair thanked Mayor J. Holt.", ["The Chair", "J. Holt"]),
        ("the Vice-Chair, Councillor Ash, spoke", ["Ash"]),
        ("the Mayor and City Clerk", ["the Mayor"]),
        ("Mr Ash left. The room was full", ["Ash"]),
        ("Councillor Ash\nThe plan was noted", ["Ash"]),
        ("Councillor\u00a0Ash", ["Ash"]),
        ("Mayor of Tidewell", []),
        ("the Council and the Harbour Board", []),
        ("", []),
    ],
)
def test_people_of_a_sentence(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_untitled_names_are_read_where_names_are_known_to_stand() -> None:
    text = "For: Ash, B. Birch and Cole (3)"
    assert [text[each.start : each.end] for each in read_people(text, 5)] == ["Ash", "B. Birch", "Cole"]
    assert read_people(text, 5, bare=False) == []
    assert read_person("moved", 0) is None


def test_people_before_a_verb() -> None:
    text = "It was late. Councillors Ash and Birch duly MOVED"
    assert [text[each.start : each.end] for each in read_people_before(text, text.index("MOVED"))] == ["Ash", "Birch"]
    assert read_people_before("Netherby Rail moved", 14) == []


def test_titles_may_be_given() -> None:
    assert [each.start for each in find_persons("Bürgermeister Ash", ("Bürgermeister",))] == [14]
