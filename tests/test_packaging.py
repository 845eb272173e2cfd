"""What travels in the packages, and that a copy of the program finds its grammars and samples wherever it stands."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("grammars", "samples")
FIND = """\
import sys
sys.path[:] = [entry for entry in sys.path if "site-packages" not in entry]
sys.path.insert(0, sys.argv[1])
import minutes_cli
from minutes_cli.data import data_folder
print(minutes_cli.__file__)
for name in ("grammars", "samples"):
    print(data_folder(name))
"""


def kept(folder: Path) -> set[str]:
    """The files below a folder of the checkout that belong to it, as paths below the checkout."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in files}


def places(folder: Path) -> list[Path]:
    """Where the package below `folder` finds itself, its grammars and its samples."""
    shown = subprocess.run(
        [sys.executable, "-S", "-c", FIND, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": ""},
    ).stdout
    return [Path(line) for line in shown.splitlines()]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, unpacked, and the wheel that is built from it; the checkout itself is left as it is."""
    pytest.importorskip("hatchling.build", reason="hatchling is not installed: pip install -r tests/requirements.txt")
    folder = tmp_path_factory.mktemp("packages")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir"]
    done = subprocess.run([*build, str(folder), str(ROOT)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "sdist", filter="data")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "wheel")  # noqa: S202
    (unpacked,) = (folder / "sdist").iterdir()
    return unpacked, folder / "wheel"


def test_the_sdist_holds_the_whole_project(packages: tuple[Path, Path]) -> None:
    sdist, _ = packages
    for folder in ("minutes_cli", *FOLDERS, "tests"):
        assert {(ROOT / name).read_bytes() == (sdist / name).read_bytes() for name in kept(ROOT / folder)} == {True}
    for name in ("README.md", "LICENSE", "pyproject.toml"):
        assert (sdist / name).is_file()


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(packages: tuple[Path, Path]) -> None:
    _, wheel = packages
    files = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    package = kept(ROOT / "minutes_cli")
    data = {f"minutes_cli/_data/{name}" for folder in FOLDERS for name in kept(ROOT / folder)}
    assert {name for name in files if ".dist-info/" not in name} == package | data
    assert all(name.startswith(("minutes_cli/", "council_minutes-")) for name in files)


def test_the_wheel_has_the_command_and_the_licence(packages: tuple[Path, Path]) -> None:
    _, wheel = packages
    (facts,) = wheel.glob("council_minutes-*.dist-info")
    assert (facts / "entry_points.txt").read_text().split() == ["[console_scripts]", "minutes", "=", "minutes_cli.commands:main"]
    assert (facts / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_data_is_found_in_an_unpacked_wheel(packages: tuple[Path, Path]) -> None:
    _, wheel = packages
    assert places(wheel) == [wheel / "minutes_cli" / "__init__.py", *(wheel / "minutes_cli" / "_data" / name for name in FOLDERS)]


def test_data_is_found_in_an_unpacked_sdist(packages: tuple[Path, Path]) -> None:
    sdist, _ = packages
    assert places(sdist) == [sdist / "minutes_cli" / "__init__.py", *(sdist / name for name in FOLDERS)]


def test_data_is_found_in_the_checkout() -> None:
    assert places(ROOT) == [ROOT / "minutes_cli" / "__init__.py", *(ROOT / name for name in FOLDERS)]


def test_a_copy_without_its_data_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from minutes_cli import data

    monkeypatch.setattr(data, "PACKAGE", tmp_path / "minutes_cli")
    with pytest.raises(FileNotFoundError, match=r"^this copy of minutes-cli has no folder grammars; install it again$"):
        data.data_folder("grammars")
