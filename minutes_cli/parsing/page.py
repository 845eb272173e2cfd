"""The page: every step from text to record, in order (design section 7)."""

from __future__ import annotations

from minutes_cli.checks import check
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Clause, Coverage, Group, Item, Meeting, Minutes, Part, Passage, Source, SourceFacts, Span
from minutes_cli.parsing.answers import find_answers
from minutes_cli.parsing.assembling import Assembler
from minutes_cli.parsing.bare_outcomes import name_matters, name_outcomes
from minutes_cli.parsing.blocks import Block, classify
from minutes_cli.parsing.cells import ROW
from minutes_cli.parsing.contests import settle_contests
from minutes_cli.parsing.copies import link_copies
from minutes_cli.parsing.covering import cover, number_lines
from minutes_cli.parsing.details import Family, describe, resolve
from minutes_cli.parsing.drafts import GroupDraft, Ledger, places
from minutes_cli.parsing.form_heads import name_parts
from minutes_cli.parsing.formal import is_strong
from minutes_cli.parsing.hints import mark_generated
from minutes_cli.parsing.items import Draft, ask_titles, split_items
from minutes_cli.parsing.labels import GLUED_NUMBER, SPACES, label_at
from minutes_cli.parsing.lines import read_lines, squeeze
from minutes_cli.parsing.meeting_numbers import restore_numbers
from minutes_cli.parsing.meetings import meeting_of
from minutes_cli.parsing.named_labels import name_labels
from minutes_cli.parsing.narrating import told_decisions
from minutes_cli.parsing.notices import untitle
from minutes_cli.parsing.own_body import own_body
from minutes_cli.parsing.page_numbers import SYSTEM_MARKS, furniture_lines
from minutes_cli.parsing.page_titles import name_titles
from minutes_cli.parsing.paragraphs import join_lines, observe
from minutes_cli.parsing.prose import decision_in
from minutes_cli.parsing.put_down import put_down
from minutes_cli.parsing.recording import is_record
from minutes_cli.parsing.sending import send_on
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.statuses import settle
from minutes_cli.parsing.titles import capitals
from minutes_cli.parsing.tree import build, walk
from minutes_cli.parsing.verdicts import name_verdicts
from minutes_cli.parsing.voting import read_vote

_VOTE_HEAD = late(r"(?:FOR|AGAINST|For|Against|In\sfavour|In\sFavour|Abstain(?:ed|ing)?|Abstentions?)\s?:")
_DECISION_PAGES = ("decision", "decisions")
_DECISION_FACTS = {
    "decision-maker",
    "decision-status",
    "key-decision",
    "call-in",
    "date-of-decision",
    "publication-date",
    "effective-from",
    "conflict",
    "alternatives",
}
_TELLING_FACTS = {"decision-status", "conflict"}
"""Facts that stand on no other page."""
_FACTUAL = ("metadata", "alternatives")
HEAD = 12
"""Blocks from the top in which a page says what it is."""


def read_page(source: Source, grammar: Grammar, *, narrative: bool = False) -> Minutes:
    """Parses a source with one grammar. Total: any text gives a record."""
    text = source.text
    lines = read_lines(text)
    layout = observe(text, lines)
    furniture = furniture_lines(text, lines, source.hints)

    def opens(_: str, start: int, end: int) -> bool:
        return _opens(grammar, text, start, end)

    paragraphs = join_lines(text, lines, layout, source.hints, furniture, opens)
    blocks = classify(grammar, paragraphs)
    restore_numbers(blocks)
    name_titles(blocks)
    untitle(blocks)
    name_outcomes(blocks)
    name_matters(blocks)
    name_labels(blocks)
    name_parts(blocks)
    name_verdicts(blocks)
    _unstamp(blocks)
    decision_page = _is_decision_page(blocks)
    drafts = split_items(blocks, decision_page)
    record = is_record(blocks)
    if not record:
        ask_titles(drafts)
    ledger = Ledger()
    minutes = Minutes(text=text)
    minutes.source = SourceFacts(
        source.path, source.format, source.sha256, len(text), source.encoding if source.encoding not in (None, "utf-8") else None
    )
    minutes.grammar = grammar.name
    minutes.meeting = meeting_of(paragraphs, source.hints, drafts) if paragraphs else Meeting()
    own = own_body(blocks, minutes.meeting.body, minutes.meeting.date)
    number = 0
    for draft in drafts:
        assembler = Assembler(grammar, draft, ledger, text, record=record, own=own)
        assembler.run()
        minutes.empty.extend(assembler.empty)
        kept, dropped = settle(assembler, layout.usual_gap)
        put_down(draft, kept)
        if not _speaks(draft, assembler, kept, several=len(drafts) > 1) or (not minutes.items and _is_preamble(draft, kept, drafts)):
            _unbook(ledger, dropped)
            if not _tells_decision(grammar, assembler):
                continue
        number += 1
        minutes.items.append(_item(text, grammar, str(number), draft, assembler, kept, dropped, ledger, narrative))
    link_copies(minutes.items)
    minutes.parts, missing = cover(text, ledger.parts)
    minutes.unparsed = [Passage(squeeze(text[start:end]), (start, end)) for start, end in missing]
    blank = sum(map(len, text.split()))
    unclaimed = sum(sum(map(len, text[part.span[0] : part.span[1]].split())) for part in minutes.parts if part.role == "unparsed")
    minutes.coverage = Coverage(blank, blank - unclaimed)
    mark_generated(minutes, source.hints)
    minutes.findings = check(minutes)
    number_lines(minutes, text, source.page_starts)
    return minutes


def _unstamp(blocks: list[Block]) -> None:
    """Makes furniture of the word that the minutes are stamped with (``CONFIRMED``), above a title in capitals and on the pages behind."""
    words = [block for block in blocks if block.kind != "furniture"][:2]
    if len(words) < 2 or not _is_one_word(words[0]) or words[1].kind != "prose" or not capitals(words[1].view):
        return
    stamp = words[0].view.strip()
    for block in blocks:
        if _is_one_word(block) and block.view.strip() == stamp:
            block.kind, block.match = "furniture", None


def _is_one_word(block: Block) -> bool:
    found = block.match
    return found is not None and found.phrase.facts.get("family") == "one-word" and block.body >= len(block.view)


def _is_decision_page(blocks: list[Block]) -> bool:
    """Whether the page is the record of a decision: its head says so, or the facts that only such pages give (P50, P54)."""
    head = blocks[:HEAD]
    if any(block.kind == "page-head" and block.facts.get("page") in _DECISION_PAGES for block in head):
        return True
    keys = {"alternatives" if block.kind == "alternatives" else block.facts.get("key") for block in head if block.kind in _FACTUAL}
    sided = any(block.kind == "block-head" and block.facts.get("side") == "minutes" for block in blocks)
    return bool(keys & _TELLING_FACTS) and len(keys & _DECISION_FACTS) > 1 and not sided


def _opens(grammar: Grammar, text: str, start: int, end: int) -> bool:
    """Whether a printed line must begin a paragraph of its own, whatever stands above it."""
    label = label_at(text, start, end)
    if label is not None and label.shape == "number" and text[start + label.length : end].lstrip(SPACES)[:1].islower():
        return False
    if label is not None or GLUED_NUMBER.match(text, start, end) or SYSTEM_MARKS.match(text, start, end):
        return True
    bare = label_at(text, start, end, bare=True)
    if (
        bare is not None
        and text[start + bare.length : start + bare.length + 2].strip(" ") != text[start + bare.length : start + bare.length + 2].strip()
    ):
        return True
    if bare is not None and text.startswith("  ", start + bare.length):
        return True
    if not (text[start].isupper() or text[start] in "[("):
        return False
    if _VOTE_HEAD.match(text, start, end):
        return True
    found = grammar.match("lead_ins", text, start, end)
    if found is not None and is_strong(found, text):
        return True
    return any(grammar.match(section, text, start, end) is not None for section in ("block_heads", "movers", "metadata", "outcomes"))


def _speaks(draft: Draft, assembler: Assembler, kept: list[GroupDraft], *, several: bool) -> bool:
    """Whether a stretch of the page is an item: it has a head, or something was said in it."""
    if kept or assembler.narrative or draft.number:
        return True
    if any(block.kind in ("title", "page-head", "furniture") for block in draft.blocks) and several:
        return any(block.kind not in ("title", "page-head", "furniture") for block in draft.blocks)
    return bool(draft.title or assembler.documents)


PREAMBLE = 1600
"""Code points within which what stands above the first numbered item is the page's own head."""


def _is_preamble(draft: Draft, kept: list[GroupDraft], drafts: list[Draft]) -> bool:
    """Whether a stretch is the page's own head (body, date, venue, who was there) above its numbered items, or the rows of its table."""
    if draft.number or kept or draft is not drafts[0] or _is_row(draft) or not any(other.number or _is_row(other) for other in drafts[1:3]):
        return False
    return sum(len(block.view) for block in draft.blocks) < PREAMBLE


def _is_row(draft: Draft) -> bool:
    return ROW in draft.blocks[0].paragraph.roles


def _tells_decision(grammar: Grammar, assembler: Assembler) -> bool:
    """Whether the words above a page's first item tell of a decision, so that they are an item of their own after all."""
    return assembler.side != "agenda" and any(
        decision_in(grammar, block.view, low, high) is not None
        for _, block, begin, end in assembler.narrative
        for low, high in sentences(block.view, begin, end)
    )


def _unbook(ledger: Ledger, dropped: list[GroupDraft]) -> None:
    for group in dropped:
        if group.lead_in is not None:
            ledger.claim([group.lead_in], "narrative")
        for block in group.blocks:
            ledger.claim(block.paragraph.pieces, "narrative")


def _item(
    text: str,
    grammar: Grammar,
    name: str,
    draft: Draft,
    assembler: Assembler,
    kept: list[GroupDraft],
    dropped: list[GroupDraft],
    ledger: Ledger,
    narrative: bool,
) -> Item:
    item = Item(name, draft.number, draft.title, draft.body, draft.date, draft.report_from, assembler.truncated)
    item.number_span, item.title_span = draft.number_span, draft.title_span
    _unbook(ledger, dropped)
    told = [(index, block, begin, end) for index, block, begin, end in assembler.narrative]
    told.extend((group.first, block, 0, len(block.view)) for group in dropped for block in group.blocks)
    told.sort(key=lambda entry: (entry[0], entry[2]))
    groups = [(group.entries[0].pieces[0][0] if group.entries[0].pieces else group.opener.paragraph.start, group) for group in kept]
    stories = told_decisions(grammar, draft, assembler, told, kept)
    groups.extend((story.entries[0].pieces[0][0], story) for story in stories)
    groups.sort(key=lambda pair: pair[0])
    groups = settle_contests(text, draft.blocks, groups)
    for number, (_, group_draft) in enumerate(groups, 1):
        item.groups.append(_group(text, f"{name}/{number}", group_draft, ledger))
    _describe(text, item.groups)
    find_answers(text, item, told, assembler.answers)
    item.documents = [squeeze(text[spans[0][0] : spans[-1][1]]) for spans in assembler.documents]
    item.notes = [_passage(text, spans) for spans in assembler.notes]
    item.actions = [_passage(text, spans) for spans in assembler.actions]
    item.declarations = [_passage(text, spans) for spans in assembler.declarations]
    if narrative:
        for _, block, begin, end in told:
            spans = places(block.paragraph, begin, end)
            if spans:
                item.narrative.append(_passage(text, spans))
    return item


def _passage(text: str, spans: list[Span]) -> Passage:
    span = (spans[0][0], spans[-1][1])
    return Passage(squeeze(text[span[0] : span[1]]), span)


def _group(text: str, name: str, draft: GroupDraft, ledger: Ledger) -> Group:
    group = Group(name, draft.kind, draft.status or "decided", draft.side, draft.form, basis=draft.basis, certainty=draft.certainty)
    group.by, group.to = draft.by, draft.to
    group.evidence = draft.evidence if draft.certainty != "certain" else []
    group.moved_by, group.seconded_by = draft.movers.moved_by, draft.movers.seconded_by
    if draft.lead_in is not None:
        group.lead_in, group.lead_in_span = squeeze(text[draft.lead_in[0] : draft.lead_in[1]]), draft.lead_in
        ledger.parts.append(Part(draft.lead_in, "lead-in", name))
    group.vote = draft.vote
    group.reasons = [_passage(text, spans) for spans in draft.reasons]
    group.alternatives = [_passage(text, spans) for spans in draft.alternatives]
    build(text, draft, group, ledger.parts)
    if group.vote is None and group.stem:
        group.vote, _ = read_vote(group.stem)
    send_on(group)
    return group


def _describe(text: str, groups: list[Group]) -> None:
    family = Family(groups)
    found = []
    for group in groups:
        parents: dict[int, Clause] = {}
        for clause in walk(group):
            for child in [*clause.clauses, *clause.conditions]:
                parents[id(child)] = clause
            found.append((clause, describe(text, clause, parents.get(id(clause)))))
    for clause, references in found:
        if references:
            resolve(text, clause, references, family)
