"""Web archives and replies of ModernGov's web service."""

from __future__ import annotations

import html

import pytest

from minutes_cli.errors import InputError
from minutes_cli.model import Source
from minutes_cli.reading import read_bytes

ARCHIVE = """From: <Saved by a browser>
Subject: =?utf-8?Q?Minutes?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----edge"

------edge
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: http://wexcombe.example/minutes

<html><meta charset=3D"utf-8"><body><p>RESOLVED:</p><ol type=3Da><li>That =C2=A3=
5 be paid.</li></ol></body></html>
------edge
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------edge--
"""


def hints(source: Source, role: str) -> list[tuple[str, str | None]]:
    return [(source.text[slice(*hint.span)], hint.value) for hint in source.hints if hint.role == role]


def failure(data: bytes, name: str) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    return caught.value.code


def test_the_page_inside_a_web_archive() -> None:
    for data in (ARCHIVE, ARCHIVE.replace("\n", "\r\n")):
        source = read_bytes(data.encode(), "saved.mht")
        assert (source.format, source.text, source.notices) == ("html", "RESOLVED:\n\na. That £5 be paid.\n", [])
    assert [notice.code for notice in read_bytes(ARCHIVE.encode(), "saved.html").notices] == ["kind"]


def test_a_web_archive_without_a_page() -> None:
    head, _, _ = ARCHIVE.partition("------edge")
    assert failure((head + "------edge\nContent-Type: image/png\n\nx\n------edge--\n").encode(), "saved.mht") == "mhtml"


def test_a_letter_is_no_web_archive() -> None:
    assert read_bytes(b"Dear Clerk: thank you\n\nSubject: mooring\n", "letter.txt").format == "text"


def item(**parts: str) -> str:
    return "<agendaitem>" + "".join(f"<{tag}>{words}</{tag}>" for tag, words in parts.items()) + "</agendaitem>"


def reply(*items: str) -> str:
    head = "<committeetitle>Harbour &amp;amp; Ports</committeetitle><meetingdate>3/6/2031</meetingdate><meetingtime>10.00 am</meetingtime>"
    return f"<getmeeting><meetingid>7</meetingid>{head}<agendaitems>{''.join(items)}</agendaitems></getmeeting>"


def twice(page: str) -> str:
    return html.escape(html.escape(page))


WHOLE = reply(
    item(
        agendaitemid="31",
        agendaitemnumber="4",
        minutesitemnumber="52",
        agendaitemtitle="Quay",
        isdecision="True",
        agendatext=twice("<p>To consider&nbsp;lamps &amp; rails.</p>"),
        decisiontext=twice("<p>That lamps be lit.</p>"),
        minutesnonemptyhtmlbody=html.escape("<p><b>RESOLVED:</b></p><ol type='i'><li>That lamps be lit.</li></ol>"),
        linkeddocuments="<linkeddoc><title>Lamps report</title><url>http://wexcombe.example/1</url></linkeddoc>",
    ),
    item(agendaitemnumber="5", fulldisplaynumberformat="5a", minutesitemnumber="0", agendaitemtitle="Close", agendatext=""),
)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE,
        '<?xml version="1.0" encoding="utf-8"?>\n' + WHOLE.replace("getmeeting>", "meeting>"),
        '<?xml version="1.0"?><string xmlns="http://tempuri.org/">' + html.escape(WHOLE) + "</string>",
        '<soap:Envelope xmlns:soap="s"><soap:Body><GetMeetingResult>' + WHOLE + "</GetMeetingResult></soap:Body></soap:Envelope>",
    ],
)
def test_a_reply_tells_meeting_items_and_sides(data: str) -> None:
    source = read_bytes(data.encode(), "reply.xml")
    assert source.format == "modgov-xml"
    assert source.text == (
        "Harbour & Ports\n\n3/6/2031\n\n10.00 am\n\n52\n\nQuay\n\nTo consider\u00a0lamps & rails.\n\nThat lamps be lit.\n\n"
        "RESOLVED:\n\ni. That lamps be lit.\n\nLamps report\n\n5a\n\nClose\n"
    )
    assert hints(source, "meeting-body") == [("Harbour & Ports", "Harbour & Ports")]
    assert hints(source, "meeting-date") == [("3/6/2031", "2031-06-03")]
    assert hints(source, "item-number") == [("52", None), ("5a", None)]
    assert hints(source, "item-title") == [("Quay", None), ("Close", None)]
    assert hints(source, "side") == [
        ("To consider\u00a0lamps & rails.", "agenda"),
        ("That lamps be lit.", "decision"),
        ("RESOLVED:\n\ni. That lamps be lit.", "minutes"),
    ]
    assert hints(source, "furniture") == [("Lamps report", "documents")]


PAGE = "<p>To consider lamps &amp; rails.</p>"


@pytest.mark.parametrize(
    "body",
    [
        twice(PAGE),
        html.escape(PAGE),
        f"<![CDATA[{PAGE}]]>",
        PAGE,
        f'<div class="mgWordPara">{PAGE}</div>',
        "<P>To&nbsp;consider<br>lamps &amp; rails.",
        "<div>To consider lamps<p>& rails.</div>",
    ],
)
def test_a_body_is_read_however_it_is_wrapped(body: str) -> None:
    source = read_bytes(reply(item(agendaitemtitle="Quay", agendatext=body)).encode(), "reply.xml")
    ((words, side),) = hints(source, "side")
    assert (words.replace("\u00a0", " ").split(), side) == (["To", "consider", "lamps", "&", "rails."], "agenda")
    assert source.text.startswith("Harbour & Ports\n\n3/6/2031\n\n10.00 am\n\nQuay\n\n")


def test_names_in_capitals_dates_of_archives_and_numbers_below_numbers() -> None:
    one = item(agendaitemnumber="4", minutesitemnumber="52", minutesitemsubnumber="1", agendaitemtitle="Quay")
    two = item(agendaitemnumber="5", minutesitemnumber="0", minutesitemsubnumber="2", agendaitemtitle="Close")
    page = reply(one, two).replace("agendaitem", "AgendaItem").replace("3/6/2031", "2031-06-03T00:00:00Z")
    source = read_bytes(page.encode(), "reply.xml")
    assert hints(source, "item-number") == [("52.1", None), ("5", None)]
    assert hints(source, "meeting-date") == [("2031-06-03T00:00:00Z", "2031-06-03")]


def test_who_was_there_is_furniture() -> None:
    ash = '<attendee membertype="1" name="Cllr Ash" roledescription="Chair" attendance="Present"><url>x</url></attendee>'
    page = reply(item(agendaitemtitle="Quay")).replace("<agendaitems>", f"<attendees>{ash}</attendees><agendaitems>")
    source = read_bytes(page.encode(), "reply.xml")
    assert hints(source, "furniture") == [("Cllr Ash\tChair\tPresent", "attendance")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("<getmeeting><agendaitems>", "xml"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><getmeeting>&a;</getmeeting>", "xml-dtd"),
        ("<getmeeting>" + "<a>" * 300 + "</a>" * 300 + "</getmeeting>", "depth"),
        ("<getmeeting><agendaitems></agendaitems></getmeeting>", "no-text"),
    ],
)
def test_replies_that_cannot_be_read(data: str, code: str) -> None:
    assert failure(f'<?xml version="1.0"?>\n{data}'.encode(), "reply.xml") == code
