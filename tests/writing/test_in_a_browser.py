"""The HTML reports in headless Chromium: quiet, self-contained, whole, readable, accessible. Skipped where there is no Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minutes_cli.model import ComparedReference, ComparedSide, Comparison, Lineage, Link, Side, State, Summary, Thread, WordChange
from minutes_cli.model.comparison import Answer
from minutes_cli.shown import shown_line
from minutes_cli.writing.html import to_html
from minutes_cli.writing.html_trace import trace_to_html
from tests.writing.browser import CHROMIUM, DRIVER, Browser
from tests.writing.comparisons import HOSTILE

THERE = bool(CHROMIUM and DRIVER)
pytestmark = pytest.mark.skipif(not THERE, reason="needs Chromium (apt-get install chromium chromium-driver)")

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
"""Where ``npm install --no-save axe-core`` puts the accessibility check."""


def comparison() -> Comparison:
    """Every flag and every hostile word; the second stands before the first in the later document."""
    links = [
        Link(
            [ComparedSide("1/1/2", "b)", "That thirty (30) berths be let to visitors.")],
            [ComparedSide("1/1/1", "a)", "That sixty (60) berths be let to visitors.")],
            ["relabelled", "reworded"],
            words=[WordChange("replace", (5, 16), (5, 15), "thirty (30)", "sixty (60)", "number")],
            references=[ComparedReference("recommendation a)", "retargeted")],
        ),
        Link([ComparedSide("1/1/1", "a)", "That the quay be lit.")], [ComparedSide("1/1/2", "b)", "That the quay be lit.")], ["moved"]),
        Link([ComparedSide("1/1/3", None, "That the weed be burnt.")], [], ["dropped"]),
        Link([], [ComparedSide("1/1/9", "i)", "That the weed be composted.")], ["added"]),
        Link([ComparedSide("1/1/4", "d)", "Kept.")], [ComparedSide("1/1/4", "d)", "Kept.")], ["unchanged"]),
    ]
    links += [
        Link([ComparedSide(f"1/2/{place}", text, "Old " + text)], [ComparedSide(f"1/2/{place}", text, "New " + text)], ["reworded"])
        for place, text in enumerate(HOSTILE, 1)
    ]
    for link in links[5:]:
        link.words = [WordChange("replace", (0, 3), (0, 3), "Old", "New")]
    rest = Summary(references={"retargeted": 1}, remaining="2 other resolutions were not compared <script>alert(1)</script>")
    return Comparison(old=Side("panel <b>.txt"), new=Side("cabinet\u202e.txt"), summary=rest, links=links)


def lineage() -> Lineage:
    states = [[State(place, "1/1/1", text[:9], text=text + str(place), flags=["reworded"]) for place in range(3)] for text in HOSTILE]
    threads = [
        Thread(f"t{place}", story, answers=[Answer(1, "accepted", "Cabinet", "Cabinet agreed")]) for place, story in enumerate(states)
    ]
    return Lineage(documents=[Side("one.txt"), Side("two <i>.txt"), Side("three.txt")], threads=threads)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as started:
        yield started


PAGES = {"comparison": to_html(comparison()), "trace": trace_to_html(lineage())}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Path:
    """A report, open in the browser."""
    path = tmp_path / "report.html"
    path.write_text(PAGES[request.param], "utf8")
    browser.size(1000)
    browser.scheme("light")
    browser.logs("browser")
    browser.requests()
    browser.open(path)
    return path


def test_nothing_is_logged_and_nothing_is_asked_for(browser: Browser, page: Path) -> None:
    assert browser.logs("browser") == []
    assert browser.requests() == [page.as_uri()]
    assert (
        browser.run("return [document.scripts.length, document.images.length, document.querySelectorAll('iframe,link,object').length]")
        == [0] * 3
    )


def test_the_style_is_applied_under_the_policy(browser: Browser, page: Path) -> None:
    assert browser.run("return getComputedStyle(document.querySelector('del')).textDecorationLine") == "line-through"
    assert browser.run("return getComputedStyle(document.querySelector('ins')).textDecorationLine") == "underline"


def test_every_anchor_leads_somewhere(browser: Browser, page: Path) -> None:
    broken = browser.run(
        """return [...document.querySelectorAll('a')].filter(link => {
            const target = document.getElementById(link.hash.slice(1));
            link.click();
            return !target || location.hash !== link.hash || !target.getClientRects().length;
        }).map(link => link.outerHTML)"""
    )
    assert broken == []
    assert browser.requests() == [page.as_uri()]


READ = """
const copy = document.querySelector('main').cloneNode(true);
copy.querySelectorAll('.heard').forEach(node => node.remove());
copy.querySelectorAll(arguments[0]).forEach(node => node.remove());
return [...copy.querySelectorAll('.wording')].map(node => node.textContent);
"""


def test_the_text_equals_the_wording(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(PAGES["comparison"], "utf8")
    browser.open(path)
    links = comparison().links
    order = [link for link in links if link.flags != ["unchanged"]] + [link for link in links if link.flags == ["unchanged"]]
    assert browser.run(READ, "ins") == [shown_line("".join(side.text for side in link.old)) for link in order]
    assert browser.run(READ, "del") == [shown_line("".join(side.text for side in link.new)) for link in order]


@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_sticks_out_at_any_width(browser: Browser, page: Path, width: int) -> None:
    browser.size(width)
    assert browser.run("return innerWidth") == width
    assert browser.run("return document.documentElement.scrollWidth") <= width
    assert browser.run("return parseFloat(getComputedStyle(document.body).fontSize)") >= 16
    lines = browser.run("return document.querySelector('.wording').getBoundingClientRect().width")
    assert lines <= 1000


def violations(browser: Browser) -> list[Any]:
    if not AXE.exists():
        pytest.skip("needs axe-core (npm install --no-save axe-core)")
    browser.run(AXE.read_text("utf8"))
    browser.run("document.querySelectorAll('details').forEach(one => one.open = true)")
    found: list[Any] = browser.run(
        """return axe.run().then(told => told.violations.map(
            one => [one.id, one.nodes.slice(0, 3).map(node => node.html + node.failureSummary)]
        ))"""
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_accessible(browser: Browser, page: Path, scheme: str, width: int) -> None:
    browser.size(width)
    browser.scheme(scheme)
    assert violations(browser) == []


def test_screen_readers_hear_where_changes_begin_and_end(browser: Browser, page: Path) -> None:
    heard = browser.run("return document.querySelector('header del').textContent")
    assert heard == " [deleted: like this end of deleted] "
    assert browser.run("return document.documentElement.lang") == "en"


def test_the_first_tab_stop_skips_to_the_changes(browser: Browser, page: Path) -> None:
    first = browser.run("return document.querySelector('a, button, input, [tabindex]').className")
    assert first == "skip"
    browser.run("document.querySelector('.skip').focus()")
    assert browser.run("return document.querySelector('.skip').getBoundingClientRect().left") >= 0
