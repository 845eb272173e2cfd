"""Recorded votes as meeting systems print them: the motion, its status, and who voted how, with labels that touch the names (P19).

``Motion to refuse the application: / Motion status:Rejected / ForA Ash and B Birch2 / AgainstC Cole, D Dunn and E Elm3``.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.model import Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.walking import Walk

_STATUS = late(
    r"\s{0,4}Motion\sstatus\s{0,2}:\s{0,4}(?P<went>carried|approved|agreed|rejected|lost|defeated|fell|not\scarried|withdrawn)\W{0,4}$",
    re.IGNORECASE,
)
_VOTERS = late(
    r"\s{0,4}(?P<side>For|Against|Abstain(?:ed)?|None)(?=\s?[A-Z0-9])\s{0,2}(?P<names>[^:;0-9]{0,2000})(?P<count>[0-9]{1,3})\s{0,4}$"
)
_JOINT = late(r",\s{0,3}(?:and\s)?|\sand\s|\s&\s")
_SIDES = {"for": "for", "against": "against", "abstain": "abstain", "abstained": "abstain"}
LONGEST = 600
"""Code points of the longest name of a motion in such a record."""


class Recorded(Walk):
    """The parts of the walk that take recorded votes."""

    _record_of: GroupDraft | None = None
    """The motion whose votes are being recorded."""

    def _recorded(self, index: int, block: Block) -> bool:
        """Takes a motion whose status stands right below it, its status, and those who voted on each side."""
        if self._record_of is not None and self._records(self._record_of, block):
            return True
        self._record_of = None
        below = self.item.blocks[index + 1] if index + 1 < len(self.item.blocks) else None
        if below is None or len(block.view) > LONGEST or self._in_quote() or _STATUS.match(below.view) is None:
            return False
        self._close()
        group = self._start(index, block, "motion", basis="position")
        group.status = "moved"
        self._fill(group, index, block, 0, opened=True)
        self._close()
        self._record_of = group
        return True

    def _records(self, group: GroupDraft, block: Block) -> bool:
        """Books one line of the record of a motion's votes; false where it is none."""
        status = _STATUS.match(block.view)
        voters = _VOTERS.match(block.view) if status is None else None
        if status is not None:
            went = status["went"].casefold()
            if went != "withdrawn":
                lost = went not in ("carried", "approved", "agreed")
                group.status = "lost" if lost else "decided"
                group.vote = Vote("lost" if lost else "carried", text=squeeze(block.view))
        elif voters is not None:
            side = _SIDES.get(voters["side"].casefold())
            vote = group.vote = group.vote or Vote()
            count, names = int(voters["count"]), [squeeze(name) for name in _JOINT.split(voters["names"]) if name.strip()]
            if side is not None:
                setattr(vote, {"for": "for_"}.get(side, side), count)
                if names:
                    vote.names = {**vote.names, side: names}
        else:
            return False
        self.ledger.block(block, "vote")
        return True
