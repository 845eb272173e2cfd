"""Texts to try the program on: any Unicode, texts hot with labels and lead-ins, and the samples with their lines disturbed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

SAMPLES = Path(__file__).resolve().parents[1] / "samples"

LABELS = (
    "a)", "b)", "c)", "d)", "(a)", "(b)", "1.", "2.", "3.", "1)", "2)", "(i)", "(ii)", "i)", "ii)", "iv.", "A.", "B.", "h)", "aa)",
    "1.1", "1.2", "12.3.4", "-", "•", "o", "–", "14", "14.", "1/31", "а)", "²)", "a\u200b)", "(a", "a )", "9999999)", "[1]", "1\\.",
)  # fmt: skip
LEADS = (
    "Resolved: -", "RESOLVED:", "Resolved that", "RESOLVED /-", "IT WAS RESOLVED that", "AGREED", "It was agreed to",
    "RECOMMENDED TO COUNCIL:", "Recommendation:", "Decision:", "Minutes:", "Minutes", "NOTED", "That Cabinet:", "That Cabinet",
    "that the following actions be taken:", "Moved by Councillor Ash", "Seconded by Cllr Birch", "Motion Passed (13 to 0)",
    "CARRIED", "LOST", "(unanimously)", "Proposed by", "And Resolved:", "For: 12 Against: 3", "Reasons:",
    "Alternative options considered", "Supporting documents:", "Agenda item", "Apologies", "Present:", "Penderfynwyd",
    "recommendations c) and d)", "recommendations 1-3 above", "Cabinet accepted all of the recommendations", "the above",
    "No. Item", "Declarations of Interest", "To RESOLVE that", "ACTION: Clerk",
)  # fmt: skip
WORDS = (
    "the gate be painted", "the report be noted;", "the fee be waived; and", "That the slip be dredged.", "is given is given",
    "within two calendar months", "by 31 February 2031", "14 March 2031", "£250,000", "Councillor Ash said so.",
    "the Harbour Board", "and", "or", "however,", "“quoted", "”", "(", ")", "[", "]", ":", ";", "-", "…", "e\u0301\u0301", "ﬁ",
    "½", "\u202e", "\x1b[2J", "\x00", "🜂", "|", "\\", "*", "**", "_", "#", ">", "&nbsp;",
)  # fmt: skip
SPACES = (
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    "\n\n\n\n\n",
    "\u00a0",
    "\u00a0\u00a0 ",
    "\t",
    "\r\n",
    "\r",
    "\f",
    "\v",
    "\u2003",
    "\u2028",
    "\x85",
    "",
    "\n  ",
)

any_text = st.text(max_size=300)
"""Any Unicode text without lone surrogates."""

hot_text = st.lists(
    st.tuples(st.sampled_from(LABELS + LEADS + WORDS), st.sampled_from(SPACES)).map("".join),
    max_size=60,
).map("".join)
"""Labels, lead-ins and odd characters in any order."""


SENTENCES = (
    "That the gate be painted;", "that Cabinet be asked to meet the Harbour Board:", "the report be noted; and",
    "note the report", "That Cabinet:", "That, subject to c) and d), the slip be dredged.",
    "In relation to recommendations a) and b), that a report come back within two months.",
    "That recommendation 1(a) above be approved. b) That the fee be waived.",
    "to write to the ferry company, and (i) ask for a reply; (ii) pay;", "Lamp Street", "£15,000 to the ferry",
    "That the first recommendation be rejected.", "and", "", "“That the quay be swept.”", "AGREED", "14",
)  # fmt: skip
BETWEEN = (
    "", "", "", "Page 7", "- 12 -", "The Chair thanked everybody who had come.", "It was noted that the lamp was out.",
    "For the reasons given above.", "Cabinet accepted recommendations a) and c), noted b) and rejected the last.",
    "Motion Passed (12 to 1)", "Reasons:", "13. FEES AND CHARGES", "Moved by: A. Ash", "RESOLVED (unanimously)",
    "it being noted that the report came late.", "Members agreed to write to the owner.", "Minutes:",
)  # fmt: skip
STYLES = ("{n}.", "{n})", "({n})", "{a})", "({a})", "{a}.", "{A}.", "{r})", "({r})", "{r}.", "-", "•", "1.{n}", "{n}.{n}", "")


def _mark(style: str, number: int) -> str:
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")[number % 12]
    return style.format(n=number + 1, a=chr(97 + number % 26), A=chr(65 + number % 26), r=roman)


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Lead-ins with lists below them, in series that mostly go on, with what stands between lists on real pages."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        parts += [draw(st.sampled_from(BETWEEN)), draw(st.sampled_from(LEADS))]
        levels = draw(st.lists(st.sampled_from(STYLES), min_size=1, max_size=4, unique=True))
        reached = [-1] * len(levels)
        level = 0
        for _ in range(draw(st.integers(1, 9))):
            level = max(0, min(len(levels) - 1, level + draw(st.sampled_from((-1, 0, 0, 0, 1)))))
            reached[level] += draw(st.sampled_from((1, 1, 1, 1, 0, 2)))
            reached[level + 1 :] = [-1] * (len(levels) - level - 1)
            space = draw(st.sampled_from((" ", "\u00a0\u00a0", "\t", "\n")))
            parts.append(_mark(levels[level], max(reached[level], 0)) + space + draw(st.sampled_from(SENTENCES)))
            if draw(st.integers(0, 9)) == 0:
                parts.append(draw(st.sampled_from(BETWEEN)))
    return draw(st.sampled_from(("\n", "\n\n", "\n \n", " ", "\r\n"))).join(parts)


@cache
def sample(name: str) -> str:
    """The text of a shipped sample."""
    return (SAMPLES / name).read_text(encoding="utf-8")


def sample_names() -> list[str]:
    """The names of the shipped samples that are pages."""
    return sorted(path.name for path in SAMPLES.glob("*.txt"))


@st.composite
def mutated_samples(draw: st.DrawFn) -> str:
    """A sample of which some lines are deleted, swapped, repeated, joined, relabelled or cut."""
    lines = sample(draw(st.sampled_from(sample_names()))).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["delete", "swap", "repeat", "join", "relabel", "blank", "cut", "insert"]))
        if change == "delete" and len(lines) > 1:
            del lines[at]
        elif change == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "repeat":
            lines.insert(other, lines[at])
        elif change == "join" and at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + draw(st.sampled_from(["", " ", "\t", "|"])) + lines[at + 1]]
        elif change == "relabel":
            words = lines[at].split(None, 1)
            lines[at] = draw(st.sampled_from(LABELS)) + "\u00a0" + (words[-1] if words else "")
        elif change == "blank":
            lines[at:at] = [""] * draw(st.integers(1, 5))
        elif change == "cut":
            lines[at] = lines[at][: draw(st.integers(0, 40))]
        else:
            lines.insert(at, draw(st.sampled_from(LEADS)))
    return "\n".join(lines)


texts = st.one_of(any_text, hot_text, lists(), mutated_samples())
"""All of them."""
