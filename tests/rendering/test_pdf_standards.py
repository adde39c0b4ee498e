"""Every agreement, and hard ones, held against PDF/UA-1 and PDF/A with the engine of veraPDF."""

import fcntl
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import pytest

from avtalesjekk.rendering.document import (
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    List,
    Paragraph,
    Signature,
    Table,
    Text,
)
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.writers import pdf

from .conftest import made
from .test_formats import ROOT

VALIDATE = ROOT / "tests" / "verapdf" / "validate.sh"
AGREEMENTS = sorted(ROOT.glob("avtaler/*.yaml"))
ENVIRONMENT = {**os.environ, "PYTHON": sys.executable}  # with the cache that the tests do without

pytestmark = pytest.mark.skipif(shutil.which("javac") is None, reason="veraPDF needs a JDK, and there is none here")


def broken(standards: tuple[str, ...], files: list[Path]) -> str:
    """The rules that files break, a line each."""
    with (Path(tempfile.gettempdir()) / "avtalesjekk-verapdf").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)  # the first that runs fetches it
        done = subprocess.run(
            [VALIDATE, *standards, "--", *files],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode in {0, 1}, done.stderr
    assert bool(done.returncode) == bool(done.stdout), done.stderr
    return done.stdout


def hard() -> Document:
    """What the agreements do not have: deep lists, tall and wide tables, empty headings, words without an end."""

    def nested(depth: int) -> List:
        inner = (nested(depth - 1),) if depth else ()
        return List(((Paragraph((Text(f"punkt {depth}"),)), *inner),), 3 if depth % 2 else None)

    many = tuple((Text(f"Kolonne{i}"),) for i in range(20))
    tall = (((Text("ord " * 3000),), (Text("W" * 100),)),)
    emphasised = Emphasis((Text("svak"), Emphasis((Text("og sterk"),), strong=True)), strong=False)
    return Document(
        "nn-NO",
        "Tittel",
        "UTKAST",
        (
            Paragraph((Text("Før tittelen"),)),
            Heading(1, (Text("Tittel"),)),
            Heading(2, ()),
            Paragraph((Text("Ei linje"), Break(), emphasised), "1.1"),
            nested(12),
            Table(((Text("A"),), ()), tall),
            Table(many, (many,)),
            Heading(2, (Text("Vedlegg"),), new_page=True),
            Paragraph(()),
            List(((), (Table(((Text("A"),),), ()),))),
            *(
                Signature(f"underskrift-{i}", "KD", "Kari", "minister", (Field("Stad", ""), Field("Underskrift", "")))
                for i in range(1, 12)
            ),
        ),
        "ab" * 32,
    )


def test_every_agreement_is_for_everyone_and_for_the_archive(tmp_path: Path) -> None:
    plain, sourced = tmp_path / "a", tmp_path / "b"
    plain.mkdir()
    sourced.mkdir()
    for path in AGREEMENTS:
        source = path.read_bytes()
        document = made(source.decode()).document
        (plain / f"{path.stem}.pdf").write_bytes(pdf.write(document, templates()))
        if path in AGREEMENTS[:3]:  # each takes a second
            with_it = pdf.write(document, templates(), source=source, name=path.name)
            (sourced / f"{path.stem}.pdf").write_bytes(with_it)
    (plain / "vanskelig.pdf").write_bytes(pdf.write(hard(), templates()))
    assert broken(("ua1", "2a"), sorted(plain.iterdir())) == ""
    assert broken(("ua1", "3a"), sorted(sourced.iterdir())) == ""


def test_what_is_broken_is_found(tmp_path: Path) -> None:
    """The fields without their tags, as other libraries place them, are neither."""
    with pikepdf.open(io.BytesIO(pdf.write(hard(), templates()))) as changed:
        for element in changed.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Form":
                element.S = pikepdf.Name.Span
        changed.save(tmp_path / "uten.pdf")
    assert broken(("ua1",), [tmp_path / "uten.pdf"]).startswith("uten.pdf ua1 7.18.4-1 ")
