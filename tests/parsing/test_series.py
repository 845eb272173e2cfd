"""Series: labels to lists by what is printed, every fault named, nothing renumbered (P26, P28)."""

from __future__ import annotations

import pytest

from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.series import Series


def placed(printed: str, announcing: tuple[int, ...] = ()) -> list[str]:
    """Places the labels of a line; each as ``depth label fault expected``, what is empty left out."""
    labels = [label_at(f"{raw} x") for raw in printed.split()]
    series = Series()
    out = []
    for index, label in enumerate(labels):
        assert label is not None
        after = next((other for other in labels[index + 1 :] if other is not None and other.shape == label.shape), None)
        place = series.place(label, after, opens_child=index in announcing)
        out.append(" ".join(filter(None, [str(place.depth), label.raw, place.fault, place.expected])))
    return out


@pytest.mark.parametrize(
    ("printed", "announcing", "wanted"),
    [
        ("1. 2. 3.", (), ["0 1.", "0 2.", "0 3."]),
        ("1) a) b) 2)", (1,), ["0 1)", "1 a)", "1 b)", "0 2)"]),
        ("(1) (a) (i) (ii) (b) (2)", (1, 2), ["0 (1)", "1 (a)", "2 (i)", "2 (ii)", "1 (b)", "0 (2)"]),
        ("g. h. i. j.", (), ["0 g. late-start", "0 h.", "0 i.", "0 j."]),
        ("h) i) ii) iii) i)", (1,), ["0 h) late-start", "1 i)", "1 ii)", "1 iii)", "0 i)"]),
        ("a. i. ii. b. i. ii. c.", (1, 4), ["0 a.", "1 i.", "1 ii.", "0 b.", "1 i.", "1 ii.", "0 c."]),
        ("a) b) c) d) d) e) f)", (), ["0 a)", "0 b)", "0 c)", "0 d)", "0 d) duplicate e)", "0 e) f)", "0 f) g)"]),
        ("1. 1. 1.", (), ["0 1.", "0 1. restart 2.", "0 1. restart 3."]),
        ("a) b) d) e)", (), ["0 a)", "0 b)", "0 d) gap c)", "0 e)"]),
        ("a) c) b) d)", (), ["0 a)", "0 c) gap b)", "0 b) out-of-order", "0 d)"]),
        ("2.1 2.2 2.2.1 2.2.2 2.3", (), ["0 2.1", "0 2.2", "1 2.2.1", "1 2.2.2", "0 2.3"]),
        ("(A) (B) (1) (2) (C)", (2,), ["0 (A)", "0 (B)", "1 (1)", "1 (2)", "0 (C)"]),
        ("y) z) aa) bb)", (), ["0 y) late-start", "0 z)", "0 aa)", "0 bb)"]),
    ],
)
def test_where_labels_stand(printed: str, announcing: tuple[int, ...], wanted: list[str]) -> None:
    assert placed(printed, announcing) == wanted


def test_looking_ahead_changes_nothing() -> None:
    series = Series()
    first, second = label_at("a) x"), label_at("b) x")
    assert first is not None and second is not None
    series.place(first)
    series.copy().place(second)
    assert series.continues(second) == 0


def test_bullets_have_a_level_a_sign() -> None:
    assert placed("- - * * -") == ["0 -", "0 -", "1 *", "1 *", "0 -"]
