"""Made-up records for the tests of writers: hypothesis strategies and one worked example."""

from __future__ import annotations

from hypothesis import strategies as st

from minutes_cli.model import (
    Clause,
    ComparedReference,
    ComparedSide,
    Comparison,
    Coverage,
    Deadline,
    Evidence,
    Finding,
    Group,
    Item,
    Link,
    Meeting,
    Minutes,
    Passage,
    Reference,
    Response,
    Side,
    SourceFacts,
    Summary,
    Tail,
    Vote,
    WordChange,
)

TRICKY = [
    *("", " ", "~", "=", "<<", "-", "- x", "?", "? x", ":", "a: b", "a:", "a #b", "#", "&a", "*a", "!t", "|", ">", "%a", "@a", "`a"),
    *("yes", "No", "ON", "off", "y", "N", "true", "FALSE", "null", "Null", "none", "nan", ".NaN", ".inf", "-.INF", "infinity"),
    *("1", "1)", "0o7", "017", "0x1F", "1e3", "1_000", "12:30", "190:20:30", "2031-03-14", "2022-02-30", "+1", "3.14", "6.", "1,000"),
    *("d)", "(iv)", "[sic]", "{x}", "a, b", "it's", '"quoted"', "back\\slash", "---", "...", "tab\there", "two\nlines", "£5 – ‘Tŷ’"),
    *("\x00", "\x1b[2J", "\x7f", "\x85", "\x9b", "\xa0", "\u2028", "\u202e", "\ufeff", "\ufffe", "\U0001f600", "\U000e0041", "\ue000"),
]

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.one_of(st.sampled_from(TRICKY), ANY_TEXT)
NAMES = TEXTS.filter(bool)
NAMED = st.none() | NAMES
SPANS = st.tuples(st.integers(0, 500), st.integers(500, 1000))
LISTS = st.lists(NAMES, max_size=1)


def _clauses(below: st.SearchStrategy[list[Clause]]) -> st.SearchStrategy[list[Clause]]:
    clause = st.builds(
        Clause,
        id=NAMES,
        label=NAMED,
        expected_label=NAMED,
        generated=st.booleans(),
        inferred=LISTS,
        action=NAMED,
        to=LISTS,
        text=TEXTS,
        references=st.lists(st.builds(Reference, TEXTS, SPANS, LISTS), max_size=1),
        deadline=st.none() | st.builds(Deadline, TEXTS, st.none() | st.integers(0, 99), st.just("week"), NAMED, NAMED),
        span=st.none() | SPANS,
        spans=st.lists(SPANS, max_size=1),
        lines=st.none() | SPANS,
        moved_by=LISTS,
        vote=st.none() | st.builds(Vote, NAMED, st.none() | st.just(0), names=st.just({}) | st.builds(lambda names: {"for": names}, LISTS)),
        clauses=below,
        tail=st.none() | st.builds(Tail, TEXTS, SPANS),
    )
    return st.lists(clause, max_size=1)


GROUPS = st.builds(
    Group,
    id=NAMES,
    lead_in=NAMED,
    stem=NAMED,
    evidence=st.lists(st.builds(Evidence, NAMES, NAMED), max_size=1),
    clauses=_clauses(_clauses(st.just([]))),
)
ITEMS = st.builds(
    Item,
    id=NAMES,
    number=NAMED,
    title=NAMED,
    truncated=st.booleans(),
    groups=st.lists(GROUPS, max_size=1),
    responses=st.lists(
        st.builds(Response, by=NAMED, scope=st.just("all") | st.lists(NAMES, min_size=1, max_size=2), text=TEXTS, span=st.none() | SPANS),
        max_size=1,
    ),
    documents=LISTS,
    notes=st.lists(st.builds(Passage, TEXTS, SPANS), max_size=1),
)
MINUTES = st.builds(
    Minutes,
    source=st.builds(SourceFacts, path=NAMES, characters=st.integers(0, 10**9)),
    grammar=TEXTS,
    meeting=st.builds(Meeting, NAMED, NAMED, NAMED),
    items=st.lists(ITEMS, max_size=1),
    findings=st.lists(st.builds(Finding, NAMES, NAMES, st.just("note"), NAMES, st.none() | SPANS, st.none() | SPANS), max_size=1),
    coverage=st.builds(Coverage, st.integers(0, 99), st.integers(0, 99)),
)


def harbour() -> Minutes:
    """The Harbour Select Commission's page: a decided list with a buried sibling and a doubled label, and an answer."""
    listed = [
        Clause(
            id="1/1/1.3",
            label="c)",
            kind="recommendation",
            text="That the moorings be surveyed each spring.",
            span=(600, 642),
            lines=(44, 44),
        ),
        Clause(
            id="1/1/1.4",
            label="d)",
            kind="recommendation",
            inferred=["run-in"],
            text="That the Commission keep watch on the survey.",
            span=(643, 688),
            lines=(44, 44),
        ),
        Clause(
            id="1/1/1.5",
            label="d)",
            expected_label="e)",
            kind="recommendation",
            text="In relation to recommendations c) and d), that a report come back each year.",
            references=[Reference("recommendations c) and d)", (716, 741), ["1/1/1.3", "1/1/1.4"], "resolved")],
            span=(700, 777),
            lines=(47, 47),
        ),
    ]
    clauses = [
        Clause(id="1/1/1", label="1)", action="recommend", to=["OSMB", "Cabinet"], text="That the list go to Cabinet: -", clauses=listed),
        Clause(
            id="1/1/2",
            label="2)",
            text="=That the response come back within two months of its submission.",
            deadline=Deadline("within two months of its submission", 2, "month", "its submission"),
        ),
    ]
    group = Group(id="1/1", side="minutes", lead_in="Resolved: -", clauses=clauses, vote=Vote("carried", 12, 3), moved_by=["Ash", "Birch"])
    answer = Response(by="Cabinet", verdict="accepted", scope=["1/1/1.3"], text="Cabinet accepted the third", span=(20, 46))
    return Minutes(
        source=SourceFacts("samples/harbour-panel.txt", "text", "5f0c", 6734),
        grammar="council",
        meeting=Meeting("Harbour Select Commission", "2031-03-14"),
        items=[Item(id="1", number="52", title="Mooring Support", groups=[group], responses=[answer])],
        findings=[Finding("MIN103", "duplicate-label", "warning", "d) is printed twice in this list", (694, 696), (47, 47))],
        coverage=Coverage(5120, 5120),
    )


def harbour_comparison() -> Comparison:
    """What the Cabinet's page made of three of the recommendations: one relabelled and reworded, one moved reference, one dropped."""
    reworded = Link(
        old=[ComparedSide("1/1/1.8", "g)", "That care is given is given to words.")],
        new=[ComparedSide("1/2/8", "h)", "That care is given to words.")],
        flags=["relabelled", "reworded"],
        matched_by="similarity",
        score=0.974,
        margin=0.61,
        words=[WordChange("delete", (19, 28), (19, 19), "is given ", note="doubled-words")],
    )
    kept = Link(
        old=[ComparedSide("1/1/1.5", "d)", "In relation to c), that a report come back.")],
        new=[ComparedSide("1/2/5", "e)", "In relation to c), that a report come back.")],
        flags=["relabelled"],
        matched_by="exact",
        score=1.0,
        references=[ComparedReference("c)", "intact")],
    )
    dropped = Link(old=[ComparedSide("1/1/1.9", "h)", "That the quay be lit.")], flags=["dropped"])
    summary = Summary(
        links=3, relabelled=2, reworded=1, dropped=1, references={"intact": 1}, remaining="2 other resolutions were not compared"
    )
    return Comparison(
        old=Side("samples/panel.txt", "5f0c"), new=Side("samples/cabinet.txt", "91ab"), summary=summary, links=[reworded, kept, dropped]
    )
