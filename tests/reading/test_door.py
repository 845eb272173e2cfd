"""The door: opening, telling the kind by content, plain text, and what it says of characters (faults B2, R80-R84)."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_cli.errors import InputError
from minutes_cli.model import Source
from minutes_cli.reading import read, read_bytes

PAGE = "Port Ellis Council\n\nRESOLVED:\n\n1) That the quay be swept.\n"


def codes(source: Source) -> list[str]:
    return [notice.code for notice in source.notices]


def failure(data: bytes, name: str = "page.txt") -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    return caught.value.code


def test_plain_text_is_the_decoded_file_itself() -> None:
    data = b"One\r\nTwo\rThree\n\n\x0cFour \xc2\xa3\n"
    source = read_bytes(data, "page.txt")
    assert source.text == "One\r\nTwo\rThree\n\n\x0cFour £\n"
    assert (source.format, source.encoding, source.notices, source.hints, source.origin) == ("text", "utf-8", [], [], [])
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_a_file_by_name(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    source = read(str(path))
    assert (source.path, source.text) == (str(path), PAGE)


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    big = tmp_path / "big"
    big.write_bytes(b"x" * 2001)
    for path, code, message in [
        (tmp_path / "none.txt", "missing", "no such file; check the name"),
        (link, "missing", "is a link to nothing; check the name"),
        (tmp_path, "not-a-file", "is a folder, not a file; name a file"),
        (pipe, "not-a-file", "is a pipe, not a file; name a file"),
        (Path("/dev/zero"), "not-a-file", "is a device, not a file; name a file"),
        (big, "too-big", "is larger than 2000 bytes; split it or raise the limit"),
    ]:
        with pytest.raises(InputError) as caught:
            read(str(path), limit=2000)
        assert (caught.value.code, caught.value.message) == (code, message)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read(str(path))


def test_standard_input_and_given_pipes_are_read_up_to_the_limit() -> None:
    program = "import sys; from minutes_cli.reading import read; s = read(sys.argv[1], limit=200); print(len(s.text), s.path)"
    for name in ("-", "/dev/stdin", "/dev/fd/0"):
        done = subprocess.run([sys.executable, "-c", program, name], input=PAGE, capture_output=True, text=True, check=True)
        assert done.stdout.split() == [str(len(PAGE)), name]
        done = subprocess.run([sys.executable, "-c", program, name], input=PAGE * 9, capture_output=True, text=True, check=False)
        assert "is larger than 200 bytes" in done.stderr


def test_text_starts_without_the_other_readers() -> None:
    program = (
        "import sys; from minutes_cli.reading import read_bytes; read_bytes(b'RESOLVED: that it be so', 'a.txt');"
        "print([m for m in ('selectolax', 'pypdfium2', 'zipfile', 'xml', 'email', 'html') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    assert failure(data) == "empty"


@pytest.mark.parametrize("data", [b"\0" * 400, bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n rest", b"\x00\x01\x02\x03"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert failure(data) == "not-text"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1\\ansi Tidewell}", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_files_to_be_converted_first(data: bytes, code: str) -> None:
    assert failure(data) == code


def test_a_name_that_promises_another_kind_is_told() -> None:
    assert codes(read_bytes(PAGE.encode(), "minutes.pdf")) == ["kind"]
    assert codes(read_bytes(PAGE.encode(), "minutes.v2")) == []
    assert codes(read_bytes(PAGE.encode(), "-")) == []


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("One\nTwo \x1b[2J three\n", "control", 2),
        ("One\r\nTwo\r\nRESOLVED\x00\r\n", "control", 3),
        ("One\n\u202egnp.exe\n", "bidi", 2),
        ("One\x0bTwo\u2028Three\n", "odd-break", 1),
        ("One\na\u200b) That it be so.\n", "hidden", 2),
        ("One\nTwo\nthe Councilâ€™s\n", "mojibake", 3),
        ("One\ntag \U000e0041\n", "control", 2),
    ],
)
def test_notable_characters_are_kept_and_told_once(text: str, code: str, line: int) -> None:
    source = read_bytes(text.encode(), "page.txt")
    assert source.text == text
    assert [(notice.code, notice.line) for notice in source.notices] == [(code, line)]


@pytest.mark.parametrize("text", ["A page\x0cbreak", "soft\u00adhyphen and zero\u200bwidth in words", "Café £5 – “quoted”", "(" * 1000])
def test_ordinary_characters_are_not_told(text: str) -> None:
    assert codes(read_bytes(text.encode(), "page.txt")) == []


def test_encoding_and_repairs_are_told_with_the_line() -> None:
    assert codes(read_bytes("£5 – gone".encode("cp1252"), "page.txt")) == ["encoding"]
    source = read_bytes("é\n".encode() + b"\xa35", "page.txt")
    assert [(notice.code, notice.line) for notice in source.notices] == [("encoding-repair", 2)]
    assert source.repairs == [2]


def test_a_page_with_one_stray_tag_stays_text() -> None:
    text = '<h1 class="title">Saltmarsh</h1>\nRESOLVED that the gate be painted.\n- one\n- two\n- three\n'
    source = read_bytes(text.encode(), "page.txt")
    assert (source.format, source.text) == ("text", text)
