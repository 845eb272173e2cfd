"""The encoding ladder: faults R21-R31 and R44, property P01."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.reading.decoding import decode, encode

PAGE = "Netherby – Décision:\r\n1)\u00a0  That £250,000 be granted.\n"


@pytest.mark.parametrize(
    ("encoded", "encoding"),
    [
        (PAGE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + PAGE.encode(), "utf-8-bom"),
        (codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"), "utf-16-le-bom"),
        (codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"), "utf-16-be-bom"),
        (codecs.BOM_UTF32_LE + PAGE.encode("utf-32-le"), "utf-32-le-bom"),
        (codecs.BOM_UTF32_BE + PAGE.encode("utf-32-be"), "utf-32-be-bom"),
        (PAGE.encode("utf-16-le"), "utf-16-le"),
        (PAGE.encode("utf-16-be"), "utf-16-be"),
        (PAGE.encode("cp1252"), "cp1252"),
    ],
)
def test_each_encoding_gives_the_same_text(encoded: bytes, encoding: str) -> None:
    decoded = decode(encoded)
    assert decoded.text == PAGE
    assert decoded.encoding == encoding
    assert decoded.repairs == []
    assert encode(decoded) == encoded


def test_only_what_no_mark_and_no_strict_utf8_settles_is_called_guessed() -> None:
    assert not decode(PAGE.encode()).guessed
    assert not decode(codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le")).guessed
    assert decode(PAGE.encode("utf-16-le")).guessed
    assert decode(PAGE.encode("cp1252")).guessed


def test_stray_bytes_in_utf8_are_repaired_one_by_one_and_listed() -> None:
    data = "café ".encode() + b"\x93quoted\x94 \xa3" + "5 – all".encode()
    decoded = decode(data)
    assert decoded.text == "café “quoted” £5 – all"
    assert decoded.encoding == "utf-8"
    assert [decoded.text[offset] for offset in decoded.repairs] == ["“", "”", "£"]
    assert encode(decoded) == data


def test_the_five_bytes_without_a_cp1252_letter_stay_controls() -> None:
    data = b"a\x81\x8d\x8f\x90\x9d\x80"
    decoded = decode(data)
    assert decoded.text == "a\x81\x8d\x8f\x90\x9d€"
    assert encode(decoded) == data


@pytest.mark.parametrize("broken", [b"\xed\xa0\x81", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80", b"\xe2\x82"])
def test_cesu_overlong_and_cut_sequences_never_make_a_surrogate(broken: bytes) -> None:
    data = "é: ".encode() + broken
    decoded = decode(data)
    assert len(decoded.repairs) == len(broken)
    assert encode(decoded) == data


def test_utf16_with_an_odd_last_byte_and_a_lone_surrogate() -> None:
    data = codecs.BOM_UTF16_LE + "Tidewell 𝄞".encode("utf-16-le") + b"\x00\xd8" + "!".encode("utf-16-le") + b"\xe9"
    decoded = decode(data)
    assert decoded.text == "Tidewell 𝄞\x00Ø!é"
    assert [decoded.text[offset] for offset in decoded.repairs] == ["\x00", "Ø", "é"]
    assert encode(decoded) == data


def test_utf7_is_never_decoded() -> None:
    assert decode(b"+AKM-5").text == "+AKM-5"


MARKS = [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]


@given(
    st.one_of(
        st.binary(),
        st.builds(lambda mark, body: mark + body, st.sampled_from(MARKS), st.binary()),
        st.builds(
            lambda text, code, tail: text.encode(code) + tail, st.text(), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]), st.binary()
        ),
        st.builds(lambda head, tail: head.encode() + tail, st.text(), st.binary()),
    )
)
def test_any_bytes_decode_and_come_back(data: bytes) -> None:
    decoded = decode(data)
    assert not any("\ud800" <= letter <= "\udfff" for letter in decoded.text)
    assert encode(decoded) == data
