"""Made-up comparisons for the tests of renderings: any words, any flags, changes that fit."""

from __future__ import annotations

from hypothesis import strategies as st

from minutes_cli.model import ComparedReference, ComparedSide, Comparison, Lineage, Link, Side, State, Summary, Thread, WordChange
from minutes_cli.model.comparison import Answer, Disagreement, Term

HOSTILE = [
    *("[bold]x[/]", "[/]", ":smile:", "[link=javascript:alert(1)]go[/link]", "<script>alert(1)</script>", "<!-- -->", "&lt;b&gt;", "]]>"),
    *("</bdi></p>", "\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\u202egpj.exe", "\u200b", "\U000e0041", "\ue000", "\x00", "\r", "\t", "\n"),
    *("~~~", "> q", "# h", "1. x", "- x", "    code", "`c`", "**b**", "_i_", "[a](b)", "![a](b)", "| a |", "\\", "@ash", "www.a.b"),
    *("{++x++}", "{--y--}", "{~~a~>b~~}", "=1+1", "https://x.y", "'\"", "a&b", "words", " two words ", "“quotes”", "Tŷ £5"),
    *("漢字漢字漢字漢字", "é" * 3, "w" * 70),
]
"""What could be taken for an order to a terminal, a page or a spreadsheet, among ordinary words."""

WORDS = st.lists(st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=4).map("".join)
LABELS = st.none() | st.sampled_from(["a)", "(iv)", "1.2", "•"]) | WORDS


FLAGS = st.sampled_from([["reworded"], ["relabelled", "reworded"], ["moved"], ["unchanged"], ["cosmetic"]]) | st.lists(WORDS, max_size=2)
STATUSES = st.sampled_from(["intact", "retargeted", "dangling"]) | WORDS


@st.composite
def changed_links(draw: st.DrawFn) -> Link:
    """A link whose changes of words turn one text into the other."""
    old = new = ""
    changes = []
    for same, gone, come in draw(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=3)):
        old, new = old + same, new + same
        if gone or come:
            op = "replace" if gone and come else "delete" if gone else "insert"
            changes.append(
                WordChange(
                    op,
                    (len(old), len(old) + len(gone)),
                    (len(new), len(new) + len(come)),
                    gone or come,
                    come,
                    draw(st.just("number") | WORDS),
                )
            )
        old, new = old + gone, new + come
    reference = ComparedReference(draw(WORDS), draw(STATUSES))
    flags = draw(FLAGS)
    references = [reference] if draw(st.booleans()) else []
    return Link(
        [ComparedSide("1/1/1", draw(LABELS), old)], [ComparedSide("1/2/1", draw(LABELS), new)], flags, words=changes, references=references
    )


LINKS = st.one_of(
    changed_links(),
    st.builds(lambda label, text: Link(new=[ComparedSide("1/2/9", label, text)], flags=["added"]), LABELS, WORDS),
    st.builds(lambda label, text: Link(old=[ComparedSide("1/1/9", label, text)], flags=["dropped"]), LABELS, WORDS),
)
COMPARISONS = st.builds(
    lambda links, path, rest: Comparison(old=Side(path), new=Side("b.txt"), summary=Summary(links=len(links), remaining=rest), links=links),
    st.lists(LINKS, max_size=3),
    WORDS,
    st.none() | WORDS,
)

STATES = st.lists(st.tuples(LABELS, WORDS, st.booleans()), min_size=3, max_size=3).map(
    lambda states: [
        State(place, id="1/1/1" if there else "", label=label, status=text, text=text, flags=["reworded", text] if there else [text])
        for place, (label, text, there) in enumerate(states)
    ]
)
LINEAGES = st.builds(
    lambda stories, path, said: Lineage(
        documents=[Side(path), Side("b.txt"), Side("c.txt")],
        threads=[
            Thread(f"t{number}", states, [f"t{1 - number}"], [Answer(1, said, said, said)], [Term(0, "1/1/1", said, None, said)])
            for number, states in enumerate(stories)
        ],
        deadlines=[Term(1, "1/1/2", said, said, "open")],
        disagreements=[Disagreement("1/1/1", [said], [])],
    ),
    st.lists(STATES, max_size=2),
    WORDS,
    WORDS,
)


def old_text(link: Link) -> str:
    return " ".join(side.text for side in link.old)


def new_text(link: Link) -> str:
    return " ".join(side.text for side in link.new)
