"""Movers and seconders in every position (P09)."""

import pytest

from minutes_cli.grammar.parts.movers import find_movers

Row = tuple[list[str], list[str], str]


def row(text: str) -> Row | None:
    each = find_movers(text)
    if each is None:
        return None
    return [text[a:b] for a, b in each.moved_by], [text[a:b] for a, b in each.seconded_by], text[each.start : each.end]


@pytest.mark.parametrize(
    ("text", "moved", "seconded", "span"),
    [
        ("Moved by Ash, seconded by Birch and", ["Ash"], ["Birch"], "Moved by Ash, seconded by Birch"),
        ("Moved ASH, Seconded BIRCH", ["ASH"], ["BIRCH"], "Moved ASH, Seconded BIRCH"),
        ("Moved: Ash/Birch", ["Ash"], ["Birch"], "Moved: Ash/Birch"),
        ("Moved Crs Ash/Birch", ["Ash"], ["Birch"], "Moved Crs Ash/Birch"),
        ("Motion: (Ash/Birch)", ["Ash"], ["Birch"], "Motion: (Ash/Birch)"),
        ("Cr Ash/Cr Birch CARRIED", ["Ash"], ["Birch"], "Cr Ash/Cr Birch"),
        ("Moved by, Councillor Ash and", ["Ash"], [], "Moved by, Councillor Ash"),
        ("Proposed Cllr Ash seconded Cllr Birch", ["Ash"], ["Birch"], "Proposed Cllr Ash seconded Cllr Birch"),
        ("Proposed John Ash, Seconded Mary Birch", ["John Ash"], ["Mary Birch"], "Proposed John Ash, Seconded Mary Birch"),
        ("Motion received from Councillor Ash:", ["Ash"], [], "Motion received from Councillor Ash"),
        (
            "Councillor Ash made a motion, seconded by Councillor Birch",
            ["Ash"],
            ["Birch"],
            "Councillor Ash made a motion, seconded by Councillor Birch",
        ),
        ("Motion by Cllr Ash, second by Cllr Birch", ["Ash"], ["Birch"], "Motion by Cllr Ash, second by Cllr Birch"),
        (
            "Councillor Ash, Leader of the Council, moved and Councillor Birch seconded",
            ["Ash"],
            ["Birch"],
            "Councillor Ash, Leader of the Council, moved and Councillor Birch seconded",
        ),
        ("the Chair, Councillor Ash, moved the report", ["Ash"], [], "the Chair, Councillor Ash, moved"),
        ("The Leader next moved the report", ["The Leader"], [], "The Leader next moved"),
        (
            "Cynigiodd y Cynghorydd Ash ac eiliodd y Cynghorydd Birch",
            ["Ash"],
            ["Birch"],
            "Cynigiodd y Cynghorydd Ash ac eiliodd y Cynghorydd Birch",
        ),
        (
            "MOVED by Councillor Ash, SECONDED by Councillor Birch",
            ["Ash"],
            ["Birch"],
            "MOVED by Councillor Ash, SECONDED by Councillor Birch",
        ),
        ("Proposed by: Ash     Seconded by: Birch", ["Ash"], ["Birch"], "Proposed by: Ash     Seconded by: Birch"),
        ("Proposed by Councillor Holt (M);", ["Holt (M)"], [], "Proposed by Councillor Holt (M)"),
        ("Seconded by Councillor O’Dell;", [], ["O’Dell"], "Seconded by Councillor O’Dell"),
        ("Motion made by P. Quill", ["P. Quill"], [], "Motion made by P. Quill"),
        ("> Moved by S. Ash\n\n> Seconded by P. Van Holt", ["S. Ash"], ["P. Van Holt"], "Moved by S. Ash\n\n> Seconded by P. Van Holt"),
        (
            "It was moved by Councillor Ash, seconded by Councillor Birch and",
            ["Ash"],
            ["Birch"],
            "It was moved by Councillor Ash, seconded by Councillor Birch",
        ),
        ("... on the motion of Cllr Ash it was", ["Ash"], [], "on the motion of Cllr Ash"),
        (
            "On the proposal of Councillor Ash, seconded by Councillor O’Dea, it",
            ["Ash"],
            ["O’Dea"],
            "On the proposal of Councillor Ash, seconded by Councillor O’Dea",
        ),
        (
            "Cllr A Ash MOVED, Cllr B Birch SECONDED and it was RESOLVED to",
            ["A Ash"],
            ["B Birch"],
            "Cllr A Ash MOVED, Cllr B Birch SECONDED",
        ),
        ("Resolved (Cr Ash / Cr Birch) that", ["Ash"], ["Birch"], "(Cr Ash / Cr Birch)"),
        (
            "RESOLVED (on a motion from Cllr Ash, seconded by Cllr Birch)",
            ["Ash"],
            ["Birch"],
            "(on a motion from Cllr Ash, seconded by Cllr Birch)",
        ),
        ("Mrs. Ash proposed and Mrs. Birch seconded that", ["Ash"], ["Birch"], "Mrs. Ash proposed and Mrs. Birch seconded"),
        (
            "Mr. Ash proposed that the hall be let, seconded by Mrs. Birch.",
            ["Ash"],
            ["Birch"],
            "Mr. Ash proposed that the hall be let, seconded by Mrs. Birch",
        ),
        ("(Proposed: AB Seconded: CD)", ["AB"], ["CD"], "(Proposed: AB Seconded: CD)"),
        ("Prop: AB Sec: CD", ["AB"], ["CD"], "Prop: AB Sec: CD"),
        ("and so agreed. Prop. JB, 2nd JH, 6 in favour.", ["JB"], ["JH"], "Prop. JB, 2nd JH"),
        ("proposed by AB and seconded by CD", ["AB"], ["CD"], "proposed by AB and seconded by CD"),
        ("minutes were approved by AB and Seconded by CD as true", ["AB"], ["CD"], "approved by AB and Seconded by CD"),
        ("The Chairman MOVED and it was duly SECONDED", ["The Chairman"], [], "The Chairman MOVED and it was duly SECONDED"),
        (
            "The Leader proposed, and the Deputy Leader seconded, the dues",
            ["The Leader"],
            ["the Deputy Leader"],
            "The Leader proposed, and the Deputy Leader seconded",
        ),
        ("Cllr J. Ash proposed Cllr Birch seconded Cllr Cole", ["J. Ash"], ["Cole"], "Cllr J. Ash proposed Cllr Birch seconded Cllr Cole"),
        ("Mover: Cllr Ash  Seconder: Cllr Birch", ["Ash"], ["Birch"], "Mover: Cllr Ash  Seconder: Cllr Birch"),
        ("Moved Councillor Ash, seconded Councillor Birch", ["Ash"], ["Birch"], "Moved Councillor Ash, seconded Councillor Birch"),
        (
            "Moved by Councillor Ash and seconded by Councillors Birch and Cole",
            ["Ash"],
            ["Birch", "Cole"],
            "Moved by Councillor Ash and seconded by Councillors Birch and Cole",
        ),
        (
            "Proposed by Councillor F Ash (seconded by Councillor C Birch) it",
            ["F Ash"],
            ["C Birch"],
            "Proposed by Councillor F Ash (seconded by Councillor C Birch)",
        ),
        (
            "Moved by the Right Honourable the Lord Mayor (Councillor Ash),",
            ["Ash"],
            [],
            "Moved by the Right Honourable the Lord Mayor (Councillor Ash)",
        ),
        ("Cllrs Ash and Birch moved", ["Ash", "Birch"], [], "Cllrs Ash and Birch moved"),
        ("Councillor Ash (E) seconded the Motion.", [], ["Ash (E)"], "Councillor Ash (E) seconded"),
        (
            "Moved\u00a0by\u00a0Mayor\u00a0J.\u00a0Ash. Seconded by A. Birch.",
            ["J.\u00a0Ash"],
            ["A. Birch"],
            "Moved\u00a0by\u00a0Mayor\u00a0J.\u00a0Ash. Seconded by A. Birch",
        ),
        ("Cynigiwyd gan y Cynghorydd Ash", ["Ash"], [], "Cynigiwyd gan y Cynghorydd Ash"),
    ],
)
def test_movers(text: str, moved: list[str], seconded: list[str], span: str) -> None:
    assert row(text) == (moved, seconded, span)


@pytest.mark.parametrize(
    "text",
    [
        "works proposed by Netherby Rail near the quay",
        "built on the proposal of Netherby Rail",
        "Proposed By-Law Review",
        "The furniture was moved by contractors",
        "the bus stop to be moved by Councillor Ash",
        "moved, seconded and carried",
        "The second item, proposed fees",
        "",
    ],
)
def test_no_mover(text: str) -> None:
    assert row(text) is None


def test_a_seconder_belongs_to_the_mover_before_him() -> None:
    text = "Moved by Cllr Ash. Moved by Cllr Birch, seconded by Cllr Cole."
    assert row(text) == (["Ash"], [], "Moved by Cllr Ash")
