"""How alike the words of real documents are in two formats: ``python -m tests.reading.similarity``.

Each pair is the same meeting as a Word file or PDF and as text. The versions were edited apart, and each difference is
listed with what explains it.
"""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path

from minutes_cli.model import Source
from minutes_cli.reading import read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PAIRS = [
    ("govan-community-council/23JUNE_MINUTES.docx", "govan-community-council/2023-07-03-general-meeting-july-2023.md"),
    ("govan-community-council/24FebruaryGovanCC.docx", "govan-community-council/2024-03-23-general-meeting-march-2024.md"),
    *[(f"wyevalleycc/{day}.pdf", f"wyevalleycc/{day}.txt") for day in ("20180904", "20181029", "20190107", "20190225", "20190429")],
]
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.I)
_PRINTED_ONLY = {
    "tintern community council": "the head of the printed page, which the text version has not",
    "vyavqx ref document": "the mark of a document system, printed behind the last page",
}
_SIGNING = {"signed", "chairman", "(chairman)", "date", "dated", "a", "p", "e", "n", "d", "i", "x"}
_DASHES = str.maketrans("‑–—’‘“”", "---''\"\"")


def words(source: Source) -> list[str]:
    """The words of a source, furniture and bare punctuation left out, quotes and dashes made plain."""
    text = list(source.text)
    for hint in source.hints:
        if hint.role == "furniture":
            text[slice(*hint.span)] = " " * (hint.span[1] - hint.span[0])
    plain = _TAG.sub(" ", "".join(text)).translate(_DASHES)
    return [word for word in plain.lower().split() if any(letter.isalnum() for letter in word)]


def compare(one: str, two: str) -> tuple[float, list[tuple[str, str]]]:
    """The share of words that both have in order, and what differs."""
    first, second = words(read(str(CORPUS / one))), words(read(str(CORPUS / two)))
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    differences = [(" ".join(first[a:b]), " ".join(second[c:d])) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]
    return matcher.ratio(), differences


def explain(old: str, new: str) -> str | None:
    """Why two versions of one document differ where they do, as people found who looked at both; None where nobody has looked."""
    letters = [re.sub(r"\W", "", side) for side in (old, new)]
    if letters[0] == letters[1]:
        return "other punctuation, or letters set apart"
    if old in _PRINTED_ONLY:
        return _PRINTED_ONLY[old]
    if not new and letters[0].isdigit():
        return "a minute number that only the print has"
    if set(old.split()) - set(new.split()) <= _SIGNING and not set(new.split()) - {"appendix"}:
        return "the line to sign on, which only the print has"
    if len(old.split()) <= 1 and len(new.split()) <= 1:
        return "a word that one version lacks or spells otherwise"
    return None


def main() -> int:
    """Prints each pair's share, and with ``-v`` what differs."""
    if not CORPUS.is_dir():
        print("the real documents are not here", file=sys.stderr)
        return 2
    for one, two in PAIRS:
        share, differences = compare(one, two)
        print(f"{share:.4f}  {one}  {two}  {len(differences)} differences")
        if "-v" in sys.argv:
            for old, new in differences:
                print(f"        - {old}\n        + {new}\n          {explain(old, new) or 'not explained'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
