"""`lint --fix`, `--unsafe-fixes` and `--diff`: what is written, shown and said."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Lint = Callable[..., tuple[int, str, str]]

HEAD = "format: 1  # formatet\ntema: svømming\nparter: [KD, KS]\n"
WRONG = HEAD + "varighet:\n  til: 31.12.2027 # sluttdato\nokonomi: {tekst: Ingen.}\n"
DATED = WRONG.replace("31.12.2027", "2027-12-31")
SAFE = "--select=MA002,MA003"
DIFF = """\
--- a.yaml
+++ a.yaml
@@ -2,5 +2,5 @@
 tema: svømming
 parter: [KD, KS]
 varighet:
-  til: 31.12.2027 # sluttdato
+  til: 2027-12-31 # sluttdato
 okonomi: {tekst: Ingen.}
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "a.yaml"
    file.write_text(WRONG, encoding="utf-8", newline="")
    return file


def test_safe_mends_are_written_and_the_rest_is_found(lint: Lint, wrong: Path) -> None:
    wrong.chmod(0o640)
    code, out, err = lint("a.yaml", SAFE, "--fix", "--output-format=concise")
    assert wrong.read_text(encoding="utf-8") == DATED
    assert wrong.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in wrong.parent.iterdir()] == ["a.yaml"]
    assert (code, out) == (
        1,
        "a.yaml:6:1: feil MA002 nøkkelen «okonomi» finnes ikke i avtaleformatet (mente du «økonomi»?)\n",
    )
    assert err == (
        "a.yaml: rettet MA003\n1 funn i 1 avtale er rettet.\n"
        "1 feil i 1 avtale; 1 kan rettes med --fix --unsafe-fixes.\n"
    )


def test_unsafe_mends_are_asked_for(lint: Lint, wrong: Path) -> None:
    code, out, err = lint("a.yaml", SAFE, "--fix", "--unsafe-fixes", "--quiet")
    assert (code, out, err) == (0, "", "")
    assert wrong.read_text(encoding="utf-8") == DATED.replace("okonomi", "økonomi")


def test_alone_unsafe_mends_do_nothing(lint: Lint, wrong: Path) -> None:
    code, _, err = lint("a.yaml", SAFE, "--unsafe-fixes")
    assert (code, err) == (1, "Merk: --unsafe-fixes virker bare sammen med --fix eller --diff.\n")
    assert wrong.read_text(encoding="utf-8") == WRONG


def test_a_diff_is_shown_and_nothing_is_written(lint: Lint, wrong: Path) -> None:
    assert lint("a.yaml", SAFE, "--diff", "--fix") == (
        1,
        DIFF,
        "1 funn i 1 avtale kan rettes; 1 til med --unsafe-fixes.\n",
    )
    assert wrong.read_text(encoding="utf-8") == WRONG
    assert lint("a.yaml", "--select=MA005", "--diff") == (0, "", "Ingenting kan rettes.\n")
    assert lint("a.yaml", "borte.yaml", SAFE, "--diff", "-q") == (2, DIFF, "Feil: «borte.yaml» finnes ikke.\n")


def test_standard_input_comes_back_mended(lint: Lint, monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))

    given(WRONG.encode())
    assert lint("-", "--stdin-filename=a.yaml", SAFE, "--diff") == (
        1,
        DIFF,
        "1 funn i 1 avtale kan rettes; 1 til med --unsafe-fixes.\n",
    )
    given(WRONG.encode())
    code, out, err = lint("-", SAFE, "--fix", "--output-format=concise", "-q")
    assert (code, out) == (1, DATED)
    assert err.startswith("<standard inn>:6:1: feil MA002 ")
    given(DATED.encode())
    assert lint("-", "--select=MA003", "--fix", "-q") == (0, DATED, "")
    assert list(Path().iterdir()) == []


def test_a_link_is_followed_and_not_replaced(lint: Lint, wrong: Path) -> None:
    Path("lenker").mkdir()
    Path("lenker/a.yaml").symlink_to("../a.yaml")
    assert lint("a.yaml", "lenker/a.yaml", SAFE, "--fix", "-q")[0] == 1
    assert Path("lenker/a.yaml").is_symlink()
    assert wrong.read_text(encoding="utf-8") == DATED


def test_what_cannot_be_written_is_said_and_the_rest_is(
    lint: Lint, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("b.yaml").write_text(WRONG, encoding="utf-8")
    replace = Path.replace

    def refused(self: Path, target: str | os.PathLike[str]) -> Path:
        if Path(target).name == "a.yaml":
            raise PermissionError(13, "nei")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    code, _, err = lint("a.yaml", "b.yaml", SAFE, "--fix", "--output-format=concise")
    assert code == 2
    assert err.startswith(
        "Feil: «a.yaml» kan ikke skrives: du har ikke tilgang.\nb.yaml: rettet MA003\n1 funn i 1 avtale er rettet.\n"
    )
    assert (wrong.read_text(encoding="utf-8"), Path("b.yaml").read_text(encoding="utf-8")) == (WRONG, DATED)
    assert sorted(path.name for path in Path().iterdir()) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_byte_order_mark_are_kept(end: str, lint: Lint, wrong: Path) -> None:
    text = "\ufeff" + WRONG.replace("\n", end)
    wrong.write_bytes(text.encode())
    lint("a.yaml", SAFE, "--fix")
    assert wrong.read_bytes().decode() == text.replace("31.12.2027", "2027-12-31")


def test_findings_set_aside_are_not_mended(lint: Lint, wrong: Path) -> None:
    text = HEAD.replace("KD", "KMD") + "avvik: [{regel: MA007, begrunnelse: Avtalen er fra den gang.}]\n"
    wrong.write_text(text, encoding="utf-8")
    assert lint("a.yaml", "--fix", "--unsafe-fixes", "--select=MA007")[0] == 0
    assert wrong.read_text(encoding="utf-8") == text
