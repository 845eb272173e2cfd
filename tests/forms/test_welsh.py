"""Welsh: how decisions are worded there, and pages that print each of them in both languages (P48)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, decided, groups, told

PAGE = (
    "Cyngor Sir Aberwylan\n\nCofnodion y cyfarfod a gynhaliwyd ar 3 Mai 2031\n\n4. Llwybr yr Arfordir\n\n"
    "Cyflwynodd y Cyfarwyddwr adroddiad ar y llwybr.\n\n{}\n\n5. Cyllid\n\nNid oedd dim i’w drafod.\n"
)
TOLD = (
    "Cytunwyd ar y cynllun.", "Derbyniwyd y cofnodion fel rhai cywir.",
    "Derbyniwyd cofnodion y cyfarfod a gynhaliwyd ar 4 Ebrill 2031 fel cofnod cywir.", "Cadarnhawyd cofnodion y cyfarfod blaenorol.",
    "Cymeradwywyd cofnodion y cyfarfod blaenorol fel rhai cywir.", "Cymeradwywyd y cais.", "Gwrthodwyd y cais.", "Gohiriwyd y cais.",
    "Nodwyd yr adroddiad.", "Derbyniwyd yr adroddiad.", "Cytunodd yr aelodau i gymeradwyo’r cynllun.",
    "Cytunodd y Cyngor i ysgrifennu at y perchennog.", "Cymeradwyodd y Cabinet y cynllun.",
    "Llofnododd y Cadeirydd gofnodion y cyfarfod blaenorol fel rhai cywir.", "Cadarnhaodd y Maer y cofnodion.",
    "Cyflwynwyd a chadarnhawyd fel rhai cywir, gofnodion y cyfarfod blaenorol.", "Derbyniwyd a chymeradwywyd yr adroddiad.",
    "Etholwyd y Cynghorydd Onnen yn Gadeirydd.", "Penodwyd y Cynghorydd Bedwen yn Is-gadeirydd.",
)  # fmt: skip
LED = (
    ("PENDERFYNWYD", "nodi’r adroddiad."), ("PENDERFYNWYD –", "nodi’r adroddiad."), ("PENDERFYNWYD:", "Nodi’r adroddiad."),
    ("Penderfynwyd", "cymeradwyo’r cynllun."), ("PENDERFYNWYD YN UNFRYDOL", "cymeradwyo’r cynllun."),
    ("Eiliwyd y cynnig, a PHENDERFYNWYD", "cymeradwyo’r cynllun."), ("Eiliwyd y cynnig a phenderfynwyd", "cymeradwyo’r cynllun."),
    ("PENDERFYNWYD", "yn unol â hynny."), ("Yn dilyn pleidlais, penderfynwyd", "cymeradwyo’r cynllun."),
    ("Penderfyniad:", "Cymeradwyo’r cynllun."),
    ("PENDERFYNIAD:", "Cymeradwywyd y cynllun."), ("Penderfyniad\n\n", "Cymeradwywyd y cynllun."),
    ("ARGYMHELLWYD:", "Cymeradwyo’r cynllun."), ("ARGYMHELLWYD i’r Cabinet", "gymeradwyo’r cynllun."),
    ("Penderfynodd y Cabinet", "gymeradwyo’r cynllun."),
)  # fmt: skip
NEWS = (
    "Nodwyd bod y llwybr ar gau.", "Cytunodd y Clerc i ysgrifennu.", "Dywedodd y Clerc fod y cais wedi ei gymeradwyo.",
    "Roedd y Cabinet wedi penderfynu ym mis Mawrth cau’r llwybr.", "Derbyniwyd ymddiheuriadau gan y Cynghorydd Onnen.",
)  # fmt: skip


@pytest.mark.parametrize("sentence", TOLD)
def test_a_sentence_tells_the_decision(sentence: str) -> None:
    assert_read([sentence], PAGE.format, lambda row, page: told(page) == decided(row, "narrative"))


@pytest.mark.parametrize(("lead_in", "words"), LED)
def test_the_clause_is_what_follows_the_lead_in(lead_in: str, words: str) -> None:
    assert_read([words], lambda row: PAGE.format(f"{lead_in} {row}"), lambda row, page: told(page) == decided(row))


@pytest.mark.parametrize("sentence", NEWS)
def test_what_was_only_said_or_done_by_others_is_none(sentence: str) -> None:
    assert_read([sentence], PAGE.format, lambda _, page: groups(page) == [])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("PENDERFYNWYD bod yr adroddiad yn cael ei nodi.", "RESOLVED that the report be noted."),
        ("RESOLVED that the report be noted.", "PENDERFYNWYD bod yr adroddiad yn cael ei nodi."),
        (
            "PENDERFYNWYD:\n\na) Bod yr adroddiad yn cael ei nodi.\n\nb) Bod y gwaith yn dechrau ym mis Mai.",
            "RESOLVED:\n\na) That the report be noted.\n\nb) That the work begin in May.",
        ),
    ],
)
def test_the_same_in_both_languages_is_one_decision_and_its_copy(first: str, second: str) -> None:
    one, other = groups(parse(PAGE.format(f"{first}\n\n{second}")))
    assert (one.copy_of, other.copy_of) == (None, one.id)


def test_two_decisions_in_two_languages_that_do_not_answer_each_other_are_two() -> None:
    text = "PENDERFYNWYD bod yr adroddiad yn cael ei nodi.\n\nRESOLVED:\n\na) That the fee be set.\n\nb) That the work begin in May."
    assert [group.copy_of for group in groups(parse(PAGE.format(text)))] == [None, None]


COUNTS = "O blaid: {}, Yn erbyn: {}, Atal: 2."
WENT = {
    "Nododd y Cadeirydd bod y cynnig wedi cario.": ("decided", 30, 12), "Roedd y cynnig wedi ei gario.": ("decided", 30, 12),
    "Cariwyd y cynnig.": ("decided", 30, 12), "Nododd y Cadeirydd fod y cynnig wedi methu.": ("lost", 12, 30),
    "Collwyd y cynnig.": ("lost", 12, 30), "": ("decided", 30, 12),
}  # fmt: skip
MOVED = (
    "Cynigiwyd gan y Cynghorydd Onnen, ac eiliwyd gan y Cynghorydd Bedwen, bod y gwaith yn dechrau.",
    "Cynigiwyd y cynnig gan y Cynghorydd Onnen, ac eiliwyd gan y Cynghorydd Bedwen.\n\nBod y gwaith yn dechrau.",
)


@pytest.mark.parametrize("went", WENT)
def test_a_motion_is_moved_counted_and_settled(went: str) -> None:
    status, for_, against = WENT[went]

    def right(_: str, page: Minutes) -> bool:
        [group] = groups(page)
        vote = group.vote
        named = (group.moved_by, group.seconded_by) == (["Onnen"], ["Bedwen"])
        return named and vote is not None and (group.status, vote.for_, vote.against, vote.abstain) == (status, for_, against, 2)

    assert_read(MOVED, lambda words: PAGE.format("\n\n".join((words, COUNTS.format(for_, against), went))), right)


def test_the_icon_of_a_document_is_no_part_of_the_title() -> None:
    page = parse("Cyngor Sir Aberwylan\n\n5.\n\nCOFNODION pdf eicon PDF 128 KB\n\nCadarnhawyd y cofnodion.\n")
    assert [item.title for item in page.items][-1:] == ["COFNODION"]
