"""One recommendation's story across meetings: adjacent comparisons composed.

Each document is compared with the nearest earlier one that it answers, so that an unrelated paper between two meetings changes
nothing (fault property P22). What was dropped is kept in mind, and is ``reinstated`` where a later meeting has it again.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.carriers import dataclass, field
from minutes_cli.collector import paused
from minutes_cli.comparing.align import align_entries
from minutes_cli.comparing.choosing import Choice, NothingComparable, choose
from minutes_cli.comparing.compare import compare_choice
from minutes_cli.comparing.corpus import dice
from minutes_cli.comparing.deadlines import parsed, term
from minutes_cli.comparing.entries import Entry, identify, remembering, walk, wording
from minutes_cli.comparing.keys import search_words, wording_key
from minutes_cli.comparing.lcs import common_length, masks
from minutes_cli.comparing.links import build_links
from minutes_cli.comparing.listings import Listing, listings
from minutes_cli.model import Answer, Clause, ComparedSide, Comparison, Disagreement, Lineage, Link, Minutes, Response, Side, State, Thread


def trace(documents: Sequence[Minutes]) -> Lineage:
    """The story of every recommendation across any number of documents, at least two.

    They are put in the order of their meetings where every one has a date; otherwise they stay as given, with a notice. Raises
    ``NothingComparable`` where no document answers another.
    """
    if len(documents) < 2:
        raise NothingComparable("a trace needs at least two documents")
    notices: list[str] = []
    if all(parsed(minutes.meeting.date) for minutes in documents):
        documents = sorted(documents, key=lambda minutes: minutes.meeting.date or "")
    else:
        notices.append("order-as-given: not every document has a meeting date, so they are taken in the order in which they were given")
    for minutes in documents:
        identify(minutes)
    with paused(), remembering():
        weaver = _Weaver(list(documents), notices)
        for at in range(1, len(documents)):
            weaver.add(at)
        if not weaver.lineage.steps:
            raise NothingComparable("none of the documents answers another")
        weaver.finish()
    return weaver.lineage


@dataclass(slots=True)
class _Page:
    """One document while it is traced."""

    minutes: Minutes
    lists: list[Listing] = field(init=False)
    clauses: dict[str, Clause] = field(default_factory=dict)
    item_of: dict[str, str] = field(default_factory=dict)
    status_of: dict[str, str] = field(default_factory=dict)
    responses: dict[str, list[Response]] = field(default_factory=dict)
    threads: dict[str, Thread] = field(default_factory=dict)
    """The thread that goes on from each traced clause."""

    def __post_init__(self) -> None:
        self.lists = listings(self.minutes)
        for item in self.minutes.items:
            self.responses[item.id] = item.responses
            for group in item.groups:
                for clause, _ in walk(group.clauses):
                    self.clauses[clause.id] = clause
                    self.item_of[clause.id] = item.id
                    self.status_of[clause.id] = group.status


class _Weaver:
    """Threads while the documents come in one by one."""

    def __init__(self, documents: list[Minutes], notices: list[str]) -> None:
        self.documents = documents
        self.pages = [_Page(minutes) for minutes in documents]
        sides = [Side(m.source.path, m.source.sha256 or None, m.meeting.body, m.meeting.date) for m in documents]
        self.lineage = Lineage(documents=sides, notices=notices)
        self.onward: dict[tuple[int, str], list[tuple[int, str]]] = {}
        """From each clause to those that it became."""

    def add(self, at: int) -> None:
        """Compares a document with the nearest earlier one that it answers, and carries the threads on."""
        for before in range(at - 1, -1, -1):
            try:
                step = compare_choice(self.documents[before], self.documents[at], self._choose(before, at))
            except NothingComparable:
                continue
            self.lineage.steps.append(step)
            self.lineage.notices.extend(step.notices)
            if before != at - 1:
                paths = (self.documents[at].source.path, self.documents[before].source.path)
                self.lineage.notices.append(f"passed-over: {paths[0]} answers none of the documents before it up to {paths[1]}")
            self._carry_on(step, before, at)
            return
        self.lineage.notices.append(f"unrelated: {self.documents[at].source.path} answers no earlier document")

    def _choose(self, before: int, at: int) -> Choice:
        lists = self.pages[before].lists, self.pages[at].lists
        return choose(self.documents[before], self.documents[at], lists=lists)

    def _carry_on(self, step: Comparison, before: int, at: int) -> None:
        added: list[Link] = []
        twins = self._twins(before, {side.id for link in step.links for side in link.old})
        for link in step.links:
            threads = [self._thread(before, side, twins) for side in link.old]
            if not link.new:
                for thread in threads:
                    thread.states.append(State(at, flags=["dropped"]))
            elif not link.old:
                added.append(link)
            else:
                self._join(threads, link, before, at)
        self._reinstate(added, at)

    def _twins(self, at: int, here: set[str]) -> dict[str, list[str]]:
        """Clauses by wording that a document has on threads, but not among those that go on (``here``).

        A document can have a list twice, as received and as passed on: what it passes on takes up the thread of the same words.
        """
        page = self.pages[at]
        carried = {id(page.threads[other]) for other in here if other in page.threads}
        twins: dict[str, list[str]] = {}
        for other, thread in page.threads.items():
            if other not in here and id(thread) not in carried:
                twins.setdefault(wording_key(wording(page.clauses[other])), []).append(other)
        return twins

    def _thread(self, at: int, side: ComparedSide, twins: dict[str, list[str]]) -> Thread:
        """The thread that a clause goes on; a new one where it is met for the first time."""
        page = self.pages[at]
        if side.id not in page.threads:
            same = twins.get(wording_key(side.text))
            if same:
                twin = same.pop(0)
                page.threads[side.id] = page.threads[twin]
                self.onward.setdefault((at, twin), []).append((at, side.id))
            else:
                self._start(at, side, [])
        return page.threads[side.id]

    def _start(self, at: int, side: ComparedSide, flags: list[str]) -> Thread:
        thread = Thread(f"T{len(self.lineage.threads) + 1}")
        self.lineage.threads.append(thread)
        self._enter(thread, at, side, flags, None)
        return thread

    def _enter(self, thread: Thread, at: int, side: ComparedSide, flags: list[str], link: Link | None) -> None:
        state = State(at, side.id, side.label, self.pages[at].status_of.get(side.id), side.text, list(flags))
        if link is not None:
            state.words, state.references = link.words, link.references
        thread.states.append(state)
        self.pages[at].threads[side.id] = thread

    def _join(self, threads: list[Thread], link: Link, before: int, at: int) -> None:
        """Carries the threads of a link on: through the part that holds most of the words, the others as its family."""
        for one in link.old:
            self.onward.setdefault((before, one.id), []).extend((at, two.id) for two in link.new)
        main = threads[_nearest(link.new[0], link.old)] if len(link.old) > 1 else threads[0]
        for thread in threads:
            if thread is not main:
                side = link.new[0]
                thread.states.append(State(at, side.id, side.label, self.pages[at].status_of.get(side.id), side.text, list(link.flags)))
                thread.family.append(main.id)
                main.family.append(thread.id)
        heir = _nearest(link.old[0], link.new) if len(link.new) > 1 else 0
        for number, side in enumerate(link.new):
            if number == heir:
                self._enter(main, at, side, link.flags, link)
            else:
                child = self._start(at, side, link.flags)
                child.family.append(main.id)
                main.family.append(child.id)

    def _reinstate(self, added: list[Link], at: int) -> None:
        """Holds what came new against what had ended before; what fits goes on, the rest begins."""
        ended = [thread for thread in self.lineage.threads if thread.states[-1].document < at or thread.states[-1].flags == ["dropped"]]
        ended = [thread for thread in ended if not (thread.states[-1].flags == ["dropped"] and thread.states[-1].document == at)]
        ended = [thread for thread in ended if not _passed_on(thread)]
        left = {link.new[0].id: link.new[0] for link in added}
        if ended and left:
            last = [next(state for state in reversed(thread.states) if state.id) for thread in ended]
            olds = [Entry(self.pages[state.document].clauses[state.id]) for state in last]
            news = [Entry(self.pages[at].clauses[side.id]) for side in left.values()]
            alignment = align_entries(olds, news)
            alignment.beads = [bead for bead in alignment.beads if len(bead.olds) == len(bead.news) == 1]
            for bead, link in zip(alignment.beads, _paired(build_links(olds, news, alignment)), strict=True):
                thread, state = ended[bead.olds[0]], last[bead.olds[0]]
                dropped = thread.states[-1].flags == ["dropped"]
                flags = [flag for flag in link.flags if flag != "moved"]
                self._enter(thread, at, left.pop(link.new[0].id), [*flags, "reinstated"] if dropped else flags, link)
                self.onward.setdefault((state.document, state.id), []).append((at, link.new[0].id))
        for side in left.values():
            self._start(at, side, ["added"])

    def finish(self) -> None:
        """Answers, deadlines, and the check of the first document against the last."""
        for thread in self.lineage.threads:
            thread.family = list(dict.fromkeys(thread.family))
            for state in thread.states:
                if state.id:
                    thread.answers.extend(self._answers(state))
        traced: set[tuple[int, str]] = set()
        for thread in self.lineage.threads:
            for state in thread.states:
                if state.id and (state.document, state.id) not in traced:
                    traced.add((state.document, state.id))
                    found = term(
                        self.pages[state.document].clauses[state.id],
                        state.document,
                        self.documents,
                        sorted(answer.document for answer in thread.answers),
                    )
                    if found:
                        thread.deadlines.append(found)
        self._other_deadlines(traced)
        self._check()

    def _answers(self, state: State) -> list[Answer]:
        page = self.pages[state.document]
        return [
            Answer(state.document, response.verdict, response.by, response.text)
            for response in page.responses.get(page.item_of.get(state.id, ""), ())
            if response.scope == "all" or state.id in response.scope
        ]

    def _other_deadlines(self, traced: set[tuple[int, str]]) -> None:
        """Deadlines set beside the traced recommendations, in the same item: met by the first answer to any of them."""
        items_of = [set[str]() for _ in self.pages]
        for document, clause_id in traced:
            items_of[document].add(self.pages[document].item_of[clause_id])
        for at, (page, items) in enumerate(zip(self.pages, items_of, strict=True)):
            for clause in page.clauses.values():
                if clause.deadline and (at, clause.id) not in traced and page.item_of[clause.id] in items:
                    here = {id(page.threads[other]) for other in page.threads if page.item_of[other] == page.item_of[clause.id]}
                    threads = [thread for thread in self.lineage.threads if id(thread) in here]
                    answered = sorted(answer.document for thread in threads for answer in thread.answers)
                    found = term(clause, at, self.documents, answered)
                    if found:
                        self.lineage.deadlines.append(found)

    def _check(self) -> None:
        last = len(self.documents) - 1
        if last < 2:
            return
        try:
            choice = self._choose(0, last)
        except NothingComparable:
            return
        olds, news = choice.old.entries(), choice.new.entries()
        for bead in align_entries(olds, news, plain=True).beads:
            found = [news[j].id for j in bead.news]
            for clause in (olds[i].id for i in bead.olds):
                # Many steps may find what one look does not; only a different answer is a disagreement.
                composed = self._reached((0, clause), last)
                if clause in self.pages[0].threads and not composed.intersection(found):
                    self.lineage.disagreements.append(Disagreement(clause, found, sorted(composed)))

    def _reached(self, start: tuple[int, str], last: int) -> set[str]:
        seen = {start}
        waiting = [start]
        while waiting:
            for onward in self.onward.get(waiting.pop(), ()):
                if onward not in seen:
                    seen.add(onward)
                    waiting.append(onward)
        return {clause for document, clause in seen if document == last}


def _passed_on(thread: Thread) -> bool:
    """Whether a thread's words live on in another one, into which it merged."""
    return bool(thread.family) and "merged" in thread.states[-1].flags


def _paired(links: Sequence[Link]) -> list[Link]:
    return [link for link in links if link.old and link.new]


def _nearest(whole: ComparedSide, parts: Sequence[ComparedSide]) -> int:
    """Which of the parts holds most of the whole's words."""
    words = search_words(whole.text)
    places = masks(words)

    def shared(at: int) -> float:
        own = search_words(parts[at].text)
        return dice(common_length(places, len(words), own), len(words), len(own))

    return max(range(len(parts)), key=lambda at: (shared(at), -at))
