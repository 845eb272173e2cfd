"""A saved ``GetMeeting`` reply of ModernGov's web service: its elements tell the meeting, items and sides; its bodies are HTML.

The bodies are escaped twice, so that the XML holds them as text that holds them as escaped HTML; some councils' replies hold them
escaped once, in CDATA, or as plain tags that may not be XML. Item numbers, titles and bodies are known by their elements' names; nothing
is written that the file does not hold.

Where the names come from: the code of several published scrapers and archivers that read replies of English and Welsh councils and of the
Senedd, independent of each other; ModernGov publishes no description of its own. All names are told in small letters there.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from xml.etree.ElementTree import Element, tostring

from minutes_cli.errors import InputError
from minutes_cli.model import Notice
from minutes_cli.reading.building import TextBuilder
from minutes_cli.reading.decoding import Decoded
from minutes_cli.reading.extract import Extract
from minutes_cli.reading.html import HtmlWalk
from minutes_cli.reading.html_guard import guarded
from minutes_cli.reading.text import encoding_notices
from minutes_cli.reading.xml_tree import parse_xml

_ADVICE = "save the reply of the web service again"
_DATE = re.compile(r"\s{0,9}(\d{1,2})/(\d{1,2})/(\d{4})", re.A)
_ISO_DATE = re.compile(r"\s{0,9}(\d{4}-\d{2}-\d{2})(?!\d)", re.A)
_RAW_BODY = re.compile(r"<((?:agenda|decision|minutes)(?:text|htmlbody|nonemptyhtmlbody))(?:\s[^<>]{0,200})?(?<!/)>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_BODY_NAME = re.compile(r"text$|body$|html$|^minutes$|^decision$|^agenda$|summary$|comment", re.I)
_NOT_BODY = re.compile(r"id$|url$|title$|number|^is|published$|date$|time$|link", re.I)
_DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>")
_MEETING_LINES = ("committeetitle", "meetingtitle", "meetingdate", "meetingtime", "meetingvenue", "meetinglocation")
_NUMBERS = ("minutesitemnumber", "fulldisplaynumberformat", "agendaitemnumber")
_NOTHING = ("", "0", "true", "false")


def read_modgov_xml(decoded: Decoded, data: bytes, name: str) -> Extract:
    """The words of the reply, with hints for meeting, items and sides. Raises InputError [xml], [xml-dtd], [depth], [no-text]."""
    page = _DECLARATION.sub("", decoded.text, count=1).lstrip("\ufeff \t\r\n")
    try:
        root = _reply(page, name)
    except InputError as problem:
        mended = _with_escaped_bodies(page)
        if problem.code not in ("xml", "depth") or mended == page:
            raise
        root = _reply(mended, name)
    walk = _Walk(name)
    walk.meeting(root)
    text = walk.builder.text()
    if not text.strip():
        raise InputError(name, f"holds no meeting; {_ADVICE}", "no-text")
    notices = encoding_notices(decoded) + walk.notices
    return Extract("modgov-xml", text, decoded.encoding, hints=walk.builder.hints, notices=notices, skipped=dict(walk.skipped))


def _reply(text: str, name: str) -> Element:
    """The meeting inside whatever the service wrapped it in: an envelope, or a string that holds XML."""
    root = _parsed(text, name)
    for _ in range(3):
        if root.find(".//agendaitem") is not None or root.find(".//committeetitle") is not None:
            return root
        inner = next((part.text for part in root.iter() if part.text and "<" in part.text and "agendaitem" in part.text.lower()), None)
        if inner is None:
            return root
        root = _parsed(_DECLARATION.sub("", inner, count=1).strip(), name)
    return root


def _parsed(text: str, name: str) -> Element:
    root = parse_xml(text.encode("utf-8"), name, "xml", _ADVICE)
    for element in root.iter():
        element.tag = element.tag.lower()
    return root


def _with_escaped_bodies(page: str) -> str:
    """Bodies that stand in the reply as plain tags (``<p>One<br>two&nbsp;``) are HTML and no XML: escapes them."""
    pieces: list[str] = []
    done = 0
    never_closed: set[str] = set()
    lowered = page.lower()
    for match in _RAW_BODY.finditer(page):
        tag = match.group(1).lower()
        if match.start() < done or tag in never_closed:
            continue
        end = lowered.find(f"</{tag}", match.end())
        if end < 0:
            never_closed.add(tag)
            continue
        body = page[match.end() : end]
        if "<" in body and "<![CDATA[" not in body:
            pieces += [page[done : match.end()], html.escape(body, quote=False)]
            done = end
    return "".join([*pieces, page[done:]])


class _Walk:
    def __init__(self, name: str) -> None:
        self.builder = TextBuilder()
        self.notices: list[Notice] = []
        self.skipped: Counter[str] = Counter()
        self._name = name

    def meeting(self, root: Element) -> None:
        """Writes the meeting's head, who was there, and the items in the order of the file."""
        for tag in _MEETING_LINES:
            found = root.find(f".//{tag}")
            words = _words(found)
            if words:
                iso = _iso(words) if tag == "meetingdate" else None
                role = "meeting-body" if tag == "committeetitle" else "meeting-date" if iso else None
                self._line(words, role, words if role == "meeting-body" else iso)
        for attendee in root.iter("attendee"):
            cells = [attendee.get(key) or _words(attendee.find(key)) for key in ("name", "roledescription", "attendance")]
            self._line("\t".join(cell for cell in cells if cell), "furniture", "attendance", 1)
        for item in root.iter("agendaitem"):
            self._item(item)

    def _item(self, item: Element) -> None:
        number = next((words for tag in _NUMBERS if (words := _words(item.find(tag))) not in _NOTHING), "")
        below = _words(item.find("minutesitemsubnumber"))
        if below not in _NOTHING and number == _words(item.find("minutesitemnumber")):
            number = f"{number}.{below}"
        self._line(number, "item-number", None)
        self._line(_words(item.find("agendaitemtitle")), "item-title", None)
        bodies: dict[str, list[str]] = {"agenda": [], "decision": [], "minutes": []}
        seen: set[str] = set()
        for part in item:
            body = _inside(part) if len(part) and _BODY_NAME.search(part.tag) else part.text or ""
            if (len(part) and not _BODY_NAME.search(part.tag)) or body.strip().lower() in _NOTHING or not _is_body(part.tag, body):
                continue
            page = _unescaped(body)
            if page not in seen:
                seen.add(page)
                bodies[_side(part.tag)].append(page)
        for side, pages in bodies.items():
            if pages:
                self._side(side, pages)
        for document in item.iter("linkeddoc"):
            self._line(_words(document.find("title")), "furniture", "documents", 1)

    def _side(self, side: str, pages: list[str]) -> None:
        self.builder.lines(2)
        hint = self.builder.open_hint("side", side)
        for page in pages:
            safe, notices = guarded(page, self._name)
            self.notices += notices
            self.builder.lines(2)
            page_walk = HtmlWalk(self.builder)
            page_walk.page(safe)
            self.skipped += page_walk.skipped
        self.builder.close_hint(hint)
        self.builder.lines(2)

    def _line(self, words: str, role: str | None, value: str | None, gap: int = 2) -> None:
        if not words:
            return
        self.builder.lines(gap)
        hint = self.builder.open_hint(role, value) if role else None
        self.builder.exact(words)
        if hint is not None:
            self.builder.close_hint(hint)
        self.builder.lines(gap)


def _words(element: Element | None) -> str:
    """An element's own words on one line, unescaped once more where they are still escaped."""
    text = (element.text or "") if element is not None else ""
    if "&" in text:
        text = _TAG.sub(" ", _unescaped(text))
    return " ".join(text.split(" ")).strip().replace("\n", " ")


def _inside(element: Element) -> str:
    """What stands in an element whose body is plain tags, as HTML."""
    return html.escape(element.text or "") + "".join(tostring(part, "unicode", "html") for part in element)


def _iso(words: str) -> str | None:
    """The date as 2031-06-03, from 03/06/2031 as the service writes it or from what an archive made of it."""
    date = _DATE.match(words)
    if date:
        return f"{date.group(3)}-{int(date.group(2)):02d}-{int(date.group(1)):02d}"
    date = _ISO_DATE.match(words)
    return date.group(1) if date else None


def _unescaped(text: str) -> str:
    """HTML that is escaped once or twice more than it should be, as HTML."""
    for _ in range(2):
        if _TAG.search(text) or "&" not in text:
            break
        text = html.unescape(text)
    return text


def _is_body(tag: str, text: str) -> bool:
    if _NOT_BODY.search(tag):
        return False
    return bool(_BODY_NAME.search(tag)) or "&lt;" in text or _TAG.search(text) is not None


def _side(tag: str) -> str:
    lowered = tag.lower()
    return "decision" if "decision" in lowered else "minutes" if "minute" in lowered else "agenda"
