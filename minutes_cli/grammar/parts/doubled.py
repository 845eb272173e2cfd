"""Words printed twice in a row: ``is given is given`` (S4, P36). They are reported and never mended."""

from __future__ import annotations

from operator import eq

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import word_list

LONGEST_RUN = 4
"""Runs of more words than this, printed twice, are refrains or tables and not slips of the pen."""

_WORD = late(r"[^\W_]++(?:['’ʼ-][^\W_]++)*+")

_MEANT = frozenset(
    word_list(
        "had very much many so no yes hear bye ha now again far more long wee tut knock chop dear one two three four five "
        "six seven eight nine ten twenty thirty"
    )
)
"""Words that English doubles on purpose (``had had``, ``very very``) or that lists of numbers repeat."""

_FUNCTION = frozenset(
    word_list(
        "a an and any are as at be been by can could for from has have he her his if in into is it its may must nor not "
        "of on or our shall she should than that the their them then there these they this those to under upon was we "
        "were which who will with within would council councils cabinet committee councillor councillors cllr cllrs "
        "member members motion report reports recommendation recommendations"
    )
)
"""Words that no place or person is called by, so that ``The The`` is a slip although both are capitalised."""


def find_doubled(text: str) -> list[tuple[int, int, int, int]]:
    """Runs of one to four words that are printed twice with nothing but white space between the words.

    In: one clause or line. Out: ``(first_start, first_end, second_start, second_end)`` in code points, in order, the shortest run first
    at any place; after a find the search goes on with the second run, so ``be be be`` gives two. Words are compared without case.

    Not reported: doublings that are meant (``had had``), names (``New New``, ``Baden Baden``: capitalised both times and no word of
    ordinary grammar), figures, capital letters standing alone (``A A``), ``more and more and more``, and a second run that opens a new
    paragraph with a capital.
    """
    folded = [word.casefold() for word in _WORD.findall(text)]
    if not any(any(map(eq, folded, folded[n:])) for n in range(1, LONGEST_RUN + 1)):
        return []
    words = [match.span() for match in _WORD.finditer(text)]
    found: list[tuple[int, int, int, int]] = []
    starts = {i for n in range(1, LONGEST_RUN + 1) for i, (a, b) in enumerate(zip(folded, folded[n:], strict=False)) if a == b}
    done = 0
    for i in sorted(starts):
        if i < done:
            continue
        for n in range(1, LONGEST_RUN + 1):
            if folded[i : i + n] == folded[i + n : i + 2 * n] and i + 2 * n <= len(words) and _is_slip(text, words, folded, i, n):
                found.append((words[i][0], words[i + n - 1][1], words[i + n][0], words[i + 2 * n - 1][1]))
                done = i + n
                break
    return found


def _is_slip(text: str, words: list[tuple[int, int]], folded: list[str], at: int, count: int) -> bool:
    """Whether the ``count`` words from number ``at`` and the same number after them are a slip of the pen."""
    run = range(at, at + 2 * count)
    if any(not text[words[k][1] : words[k + 1][0]].isspace() for k in run[:-1]):
        return False
    once = folded[at : at + count]
    if count == 1 and once[0] in _MEANT:
        return False
    if count > 1 and {once[0], once[-1]} & {"and", "or"}:
        return False
    printed = [text[words[k][0] : words[k][1]] for k in run]
    if all(word.isdigit() or len(word) == 1 for word in printed) and not all(word == "a" for word in printed):
        return False
    if not any(word in _FUNCTION for word in once) and all(word[0].isupper() or word[0].isdigit() for word in printed):
        return False
    opens_paragraph = text[words[at + count - 1][1] : words[at + count][0]].count("\n") > 1
    return not (opens_paragraph and text[words[at + count][0]].isupper())
