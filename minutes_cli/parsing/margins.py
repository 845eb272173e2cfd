"""Margins: what stands round the record and is no outcome - heads, furniture, metadata, reasons, notes, actions (P06, P07, P44, P46)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.model import Span
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.counting import Counting
from minutes_cli.parsing.drafts import places
from minutes_cli.parsing.inline import find_inline
from minutes_cli.parsing.questions import goes_on

_MOVED = late(r"\b(?:(?:proposed|moved|nominated)\sby\b|(?:proposed|proposer|nominated)\s?:)", re.IGNORECASE)
"""A line that names a mover is no head of a list of names, whatever office it begins with."""

SHORT = 80
"""Code points: a longer line that begins as a list of names may hold a decision behind it, where lines were lost."""


class Margins(Counting):
    """The parts of the walk that put the margins of the record in their place."""

    def _furniture(self, index: int, block: Block) -> None:
        group = self.group
        if (
            group is not None
            and group.entries
            and block.facts.get("role") in ("noise", "entry")
            and goes_on(self.item.blocks, group, index, 0)
        ):
            return self._prose(index, block)
        self.ledger.block(block, "furniture")
        return None

    def _page_head(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "furniture")

    def _truncated(self, index: int, block: Block) -> None:
        self.truncated = True
        self.ledger.block(block, "furniture")

    def _documents(self, index: int, block: Block) -> None:
        self._close()
        self._mode, self._footer = None, True
        self.ledger.block(block, "furniture")

    def _title(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "item-title")
        self._headed(index, block)

    def _meeting_head(self, index: int, block: Block) -> None:
        self._close()
        self._mode, self._footer = None, False
        self.ledger.claim(places(block.paragraph, 0, block.body), "metadata")
        self.ledger.claim(places(block.paragraph, block.body, len(block.view)), "item-title" if block.body else "metadata")

    def _item_head(self, index: int, block: Block) -> None:
        self._close()
        self._mode, self._footer, self._listing = None, False, False
        item, start = self.item, block.paragraph.start
        at = 0
        for span, role in ((item.number_span, "item-number"), (item.title_span, "item-title")):
            if span is not None and start <= span[0] < block.paragraph.end:
                self.ledger.claim(places(block.paragraph, at, span[0] - start), "furniture")
                self.ledger.claim([span], role)
                at = span[1] - start
        self.ledger.claim(places(block.paragraph, at, block.body), "furniture")
        self._headed(index, block)
        if block.body < len(block.view):
            self._speak(index, block, block.body)

    def _headed(self, index: int, block: Block) -> None:
        """Opens a group where an item's own title says that its decision follows (``3. Decision``, P55)."""
        found = self.grammar.whole("block_heads", self.item.title) if self.item.title else None
        if found is not None and found.phrase.facts.get("side") == "decision":
            self.side = "decision"
            group = self._start(index, block, "head", basis="label")
            group.status = found.phrase.facts.get("status", "decided")

    def _metadata(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "metadata")
        self._mode = "metadata" if block.body >= len(block.view) else None

    def _report_from(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "metadata")

    def _stop_head(self, index: int, block: Block) -> None:
        if self._waits() or _MOVED.search(block.view) or (len(block.view) > SHORT and find_inline(self.grammar, block) is not None):
            return self._prose(index, block)
        self._close()
        self._tell(index, block, 0, "attendance")
        return None

    def _declaration(self, index: int, block: Block) -> None:
        if self._waits():
            return self._prose(index, block)
        self._close()
        self._listing = True
        self.declarations.append(block.paragraph.pieces)
        self._tell(index, block, 0, "declaration")
        return None

    def _notes(self, index: int, block: Block) -> None:
        self._pause()
        self.notes.append(block.paragraph.pieces)
        self.ledger.block(block, "note")
        if block.view.lstrip()[:1] == "[" and "]" not in block.view:
            self._mode = "notes"

    def _action(self, index: int, block: Block) -> None:
        at = block.body if block.body < len(block.view) else 0
        self.actions.append(places(block.paragraph, at, len(block.view)))
        self.ledger.block(block, "action")

    def _reasons(self, index: int, block: Block) -> None:
        self._give(block, "reasons")

    def _alternatives(self, index: int, block: Block) -> None:
        self._give(block, "alternatives")

    def _give(self, block: Block, mode: str) -> None:
        self._pause()
        self._mode = mode
        self.ledger.claim(places(block.paragraph, 0, block.body), "furniture")
        self._collect(places(block.paragraph, block.body, len(block.view)))

    def _collect(self, spans: list[Span]) -> None:
        group = self.groups[-1] if self.groups else None
        role = {"reasons": "reason", "alternatives": "alternative", "notes": "note"}.get(self._mode or "", "metadata")
        self.ledger.claim(spans, role)
        if not spans:
            return
        if self._mode == "notes":
            self.notes.append(spans)
        elif group is not None and self._mode == "reasons":
            group.reasons.append(spans)
        elif group is not None and self._mode == "alternatives":
            group.alternatives.append(spans)

    def _collect_labelled(self, block: Block) -> None:
        if self._mode == "metadata":
            self._mode = None
        at = block.body if self._mode in ("reasons", "alternatives") else 0
        self.ledger.claim(places(block.paragraph, 0, at), "furniture")
        self._collect(places(block.paragraph, at, len(block.view)))
