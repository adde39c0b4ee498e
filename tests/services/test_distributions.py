"""What is built from the tree and installed from it: all that the program needs, and nothing else."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterable
from email.parser import Parser
from pathlib import Path, PurePosixPath

import pytest

from avtalesjekk import __version__

ROOT = Path(__file__).parents[2]
NAME = f"avtalesjekk-{__version__}"
# What is beside the source without being a part of it, as people's tools leave it there.
STRAY = ("notater.md", ".venv/lib/a.py", ".coverage", "src/avtalesjekk/__pycache__/a.pyc", "dist/a.whl", "build/a.py")
SENT = {
    ".ci", ".gitignore", ".pre-commit-hooks.yaml", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "action.yml",
    "avtaler", "maler", "pyproject.toml", "src", "tests",
}  # fmt: skip
WHERE = "import avtalesjekk; print(avtalesjekk.__file__)"


class Built:
    """The tree built: what is sent, what is installed, and what is installed of what is sent."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "tre"
        ignored = shutil.ignore_patterns(".git", ".venv", ".hypothesis", ".coverage*", ".*_cache", "__pycache__")
        shutil.copytree(ROOT, self.tree, ignore=ignored)
        for name in STRAY:
            (self.tree / name).parent.mkdir(parents=True, exist_ok=True)
            (self.tree / name).write_text("", encoding="utf-8")
        _build(self.tree, folder, "sdist", "wheel")
        self.sdist, self.wheel = folder / f"{NAME}.tar.gz", folder / f"{NAME}-py3-none-any.whl"
        with tarfile.open(self.sdist) as packed:
            packed.extractall(folder, filter="data")
        self.unpacked = folder / NAME
        again = folder / "igjen"
        _build(self.unpacked, again, "wheel")
        self.wheel_of_sdist = again / self.wheel.name


def _build(tree: Path, folder: Path, *targets: str) -> None:
    wanted = [word for target in targets for word in ("--target", target)]
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder), *wanted]
    subprocess.run(command, cwd=tree, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("bygd"))


def files(folder: Path, patterns: Iterable[str] = ("*",)) -> set[str]:
    """The files in a folder, and in those below it, by patterns of their names."""
    found = {path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()}
    return {path.relative_to(folder).as_posix() for path in found if "__pycache__" not in path.parts}


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_wheel_has_the_program_and_its_data_and_no_more(built: Built) -> None:
    said = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
    expected = {
        *(f"avtalesjekk/{name}" for name in files(ROOT / "src/avtalesjekk", ("*.py", "*.toml", "py.typed"))),
        *(f"avtalesjekk/maler/{name}" for name in files(ROOT / "maler", ("*.jinja", "*.typ"))),
        *(f"avtalesjekk/examples/{name}" for name in files(ROOT / "tests/rules", ("*.yaml", "*.yml"))),
        *(f"{NAME}.dist-info/{name}" for name in said),
    }
    assert set(contents(built.wheel)) == expected
    needed = ("py.typed", "norms.toml", "register/offices.toml", "maler/side.typ", "examples/MA503/feil.yaml")
    assert expected >= {f"avtalesjekk/{name}" for name in needed}


def test_what_is_sent_is_the_tree_without_what_is_beside_it(built: Built) -> None:
    sent = files(built.unpacked)
    assert {PurePosixPath(name).parts[0] for name in sent} == SENT
    for folder in ("avtaler", "maler", "src", "tests"):
        assert files(built.unpacked / folder) == files(built.tree / folder)


def test_a_wheel_of_what_is_sent_is_the_same(built: Built) -> None:
    assert contents(built.wheel_of_sdist) == contents(built.wheel)


def test_the_wheel_says_what_it_is_and_takes(built: Built) -> None:
    said = Parser().parsestr(contents(built.wheel)[f"{NAME}.dist-info/METADATA"].decode())
    assert (said["Name"], said["Version"], said["License-Expression"]) == ("avtalesjekk", __version__, "MIT")
    assert said["Requires-Python"] == ">=3.11"
    assert set(said.get_all("Provides-Extra", [])) >= {"all", "docx", "pdf", "signatur"}
    core = {re.split("[<>]", line)[0] for line in said.get_all("Requires-Dist", []) if "extra ==" not in line}
    assert core == {"jinja2", "markdown-it-py", "pydantic", "rich", "ruamel-yaml", "ruamel-yaml-clib", "typer"}


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_what_is_installed_runs_in_an_empty_folder(kind: str, built: Built, tmp_path: Path) -> None:
    program = installed(built.wheel if kind == "wheel" else built.sdist, tmp_path / "venv")
    here = tmp_path / "tom"
    here.mkdir()
    shutil.copy(ROOT / "tests/rules/MA503/rett.yaml", here / "a.yaml")
    shutil.copy(ROOT / "tests/rules/MA503/feil.yaml", here / "b.yaml")

    def said(code: int, *args: str) -> str:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"COLUMNS": "80", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
        done = subprocess.run(args, cwd=here, env=environment, capture_output=True, timeout=120, check=False)
        assert done.returncode == code, done.stderr.decode()
        return done.stdout.decode()

    assert Path(said(0, str(program.with_name("python")), "-c", WHERE).strip()).is_relative_to(tmp_path / "venv")
    avtalesjekk = str(program)
    assert said(0, avtalesjekk, "--version") == f"avtalesjekk {__version__}\n"
    assert said(1, avtalesjekk, "lint", "--output-format=concise", "b.yaml").startswith("b.yaml:")
    assert said(0, avtalesjekk, "rule", "MA503").startswith("MA503 ")
    formats = ("md", "html", "docx", "pdf")
    said(0, avtalesjekk, "render", "a.yaml", *(f"--format={form}" for form in formats), "--utkast", "-o", "ut")
    assert {file.suffix for file in (here / "ut").iterdir() if file.stat().st_size} == {f".{form}" for form in formats}


def installed(package: Path, folder: Path) -> Path:
    """The program, installed alone in a fresh environment that sees the other packages of this one."""
    venv.create(folder, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    paths = {"base": str(folder), "platbase": str(folder)}
    there = Path(sysconfig.get_path("purelib", "venv", paths))
    (there / "andre.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    options = ("--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed", "--no-cache-dir", "--quiet")
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(package)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return scripts / "avtalesjekk"
