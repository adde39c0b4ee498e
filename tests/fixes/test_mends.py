"""Each mend on a few lines: what stands there after it, and whether it is safe."""

import pytest

from avtalesjekk.linting import Input

from .messy import found, mended

HEAD = "format: 1\ntema: svømming\nparter: [KD, KS]\n"
SAID = "varighet: {ikrafttredelse: 2026-12-01, til: 2027-12-31, oppsigelse: 3 måneder}\n"
EVALUATED = "evaluering: {hyppighet: hvert år, hvordan: felles, framlegges: konsultasjonsordningen}\n"
BOKMÅL = ("hyppighet: '[hvor ofte]'", "hvordan: '[hvem som evaluerer, og hvordan]'")
BLOCK = "".join(f"\n  {line}" for line in BOKMÅL)
NYNORSK = "hyppighet: '[kor ofte]'\n  hvordan: '[kven som evaluerer, og korleis]'"
NN = f"{HEAD}målform: nynorsk\n"
ALL = HEAD + EVALUATED + SAID


OLD, NEW = ALL.replace("KD", "KMD"), ALL.replace("KD", "KDD")
MONEY = "økonomi: {{ytelser: [{{beløp: 1, fra: {}, til: KS, formål: x}}], forbehold: stortinget}}\n"
TERM = "varighet:\n    ikrafttredelse: 2026-12-01\n    lengde: 1 år # k\n"
CRLF = ALL.replace("\n", "\r\n")
ALL_FLOW = "format: 1, tema: x, parter: [KD, KS]"
EMPTY = "\n \n" * 3
LACKS = "{regel: MA102, begrunnelse: x}"  # what ALL has, and so is used
UNUSED = "{regel: MA203, begrunnelse: x}"


@pytest.mark.parametrize(
    ("code", "before", "after", "safe"),
    [
        ("MA002", f"{ALL}okonomi: {{}} # k\n", f"{ALL}økonomi: {{}} # k\n", False),
        ("MA002", f'{ALL}"organisaring":\n  tekst: x\n', f'{ALL}"organisering":\n  tekst: x\n', False),
        ("MA003", ALL.replace("2027-12-31", "31.12.2027"), ALL, True),
        ("MA003", ALL.replace("2027-12-31", '"31. desember 2027"'), ALL.replace("2027-12-31", '"2027-12-31"'), True),
        ("MA003", ALL.replace("hvert år", "Årlig"), ALL, True),
        ("MA006", f"tittel: 'Avtale'\n{ALL}", f"tittel: 'Samarbeidsavtale mellom KD og KS om svømming'\n{ALL}", False),
        ("MA007", OLD, NEW, False),
        ("MA010", f"{ALL}\navvik:\n  - regel: MA203\n    begrunnelse: x\n", ALL, True),
        ("MA010", f"{ALL}avvik: # alle\n  - {UNUSED}\n", ALL, False),
        ("MA010", f"{ALL}avvik: [{LACKS}, {UNUSED}]\n", f"{ALL}avvik: [{LACKS}]\n", True),
        ("MA010", f"{ALL}avvik: [{UNUSED}, {LACKS}]\n", f"{ALL}avvik: [{LACKS}]\n", True),
        ("MA010", f"{ALL}avvik: [{UNUSED}, {LACKS}, {UNUSED}]\n", f"{ALL}avvik: [{LACKS}]\n", True),
        ("MA010", f"{ALL}avvik:\n- {UNUSED} # én\n# to\n- {LACKS} # 3\n", f"{ALL}avvik:\n# to\n- {LACKS} # 3\n", False),
        ("MA010", f"{ALL}avvik:\n- {LACKS}\n# to\n-   {UNUSED}", f"{ALL}avvik:\n- {LACKS}\n# to\n", True),
        ("MA011", f"{ALL}avvik: [{LACKS.lower()}]\n", f"{ALL}avvik: [{LACKS}]\n", True),
        ("MA012", f"id: noe # k\n{ALL}", f"id: avtale # k\n{ALL}", False),
        ("MA013", f"{ALL}innledning: st.meld. 3\n  (2003-2004)", f"{ALL}innledning: St.meld. nr. 3 (2003–2004)", True),
        ("MA015", f"innledning: Det er sak's #12  # k\n{ALL}", f"innledning: 'Det er sak''s #12'  # k\n{ALL}", True),
        ("MA002", f'{{{ALL_FLOW}, "okonomi":{{}}}}', f'{{{ALL_FLOW}, "økonomi":{{}}}}', False),
        ("MA003", ALL.replace("2027-12-31", "&d 31.12.2027"), ALL.replace("2027-12-31", "&d 2027-12-31"), False),
        ("MA010", f"{CRLF}\r\navvik:\r\n  - {UNUSED}\r\n", CRLF, True),
        ("MA010", f"{ALL}{EMPTY}avvik:\n- {UNUSED}\n", ALL, True),
        ("MA013", f"{ALL}innledning: (st.meld. 3 2003-2004)", f"{ALL}innledning: (St.meld. nr. 3 (2003–2004))", True),
        ("MA015", f"innledning: #viktig\n{ALL}", None, True),
        ("MA015", f"saksnummer: 07/12 #arkiv\n{ALL}", None, True),
        ("MA015", f"innledning: en\n  to #3\n{ALL}", f"innledning: 'en\n  to #3'\n{ALL}", True),
        ("MA401", f"{HEAD}{SAID}", f"{HEAD}evaluering:{BLOCK}\n{SAID}", False),
        ("MA401", f"{HEAD}\n{SAID}", f"{HEAD}\nevaluering:{BLOCK}\n\n{SAID}", False),
        ("MA401", f"{HEAD}evaluering: {{}}\n{SAID}", f"{HEAD}evaluering: {{{', '.join(BOKMÅL)}}}\n{SAID}", False),
        ("MA401", f"{NN}evaluering: # k\n\n{SAID}", f"{NN}evaluering: # k\n  {NYNORSK}\n\n{SAID}", False),
        ("MA501", ALL.replace("ikrafttredelse: 2026-12-01, ", ""), ALL.replace("2026-12-01", "'[dato]'"), False),
        ("MA504", HEAD + EVALUATED + TERM, f"{HEAD}{EVALUATED}{TERM}    oppsigelse: '[frist]'\n", False),
        ("MA504", HEAD + EVALUATED + SAID.replace("3 måneder", "nei"), None, False),
        ("MA504", ALL.replace(", oppsigelse: 3 måneder", ""), ALL.replace("3 måneder", "'[frist]'"), False),
        ("MA604", NEW + MONEY.format("KMD"), NEW + MONEY.format("KDD"), False),
    ],
)  # fmt: skip
def test_what_stands_there_after_it(code: str, before: str, after: str | None, safe: bool) -> None:  # noqa: FBT001
    chosen = frozenset((code, "MA001", *(("MA203", "MA102") if code == "MA010" else ())))
    findings = [f for f in found(Input.named("avtale.yaml", before.encode()), chosen=chosen) if f.rule.code == code]
    assert findings
    assert [finding.fix and finding.fix.safe for finding in findings][:1] == ([safe] if after else [None])
    result = mended(before, unsafe=True, codes=chosen)
    assert result.file.data.decode() == (after or before)
    assert (mended(before, unsafe=False, codes=chosen).findings == ()) == (not (safe and after))


@pytest.mark.parametrize(
    "text",
    [
        f"{ALL}innledning: &a 'Se st.meld. 23 (2003-2004).'\nformål: {{bakgrunn: *a}}\n",
        f'{ALL}innledning: "Se st\\u002emeld. 23 (2003-2004)."\n',
    ],
)  # fmt: skip
def test_words_that_the_file_does_not_show_are_left(text: str) -> None:
    findings = [f for f in found(Input.named("avtale.yaml", text.encode())) if f.rule.code == "MA013"]
    assert any(finding.fix is None for finding in findings)
    assert "*a" in mended(text, unsafe=True).file.data.decode() or "u002e" in text


def test_two_keys_that_would_be_the_same_are_left() -> None:
    text = f"{ALL}okonomi: {{tekst: a}}\nøkonomi: {{tekst: b}}\n"
    assert mended(text, unsafe=True).file.data.decode() == text


def test_a_mend_that_makes_a_new_feil_is_left() -> None:
    text = ALL.replace("ikrafttredelse: 2026-12-01, ", "ikraftredelse: tull, ikrafttredelse: 2026-12-01, ")
    assert mended(text, unsafe=True).file.data.decode() == text
    also = text + EVALUATED.replace("evaluering", "okonomi").replace("hyppighet: hvert år, hvordan", "forbehold")
    assert "økonomi: {forbehold" in mended(also, unsafe=True).file.data.decode()
    misplaced = f"{ALL}avvik: [{{regel: MA203 #x\n  , begrunnelse: y}}]\n"
    assert mended(misplaced, unsafe=False).file.data.decode() == misplaced


def test_a_comment_on_the_line_of_a_block_is_not_lost_safely() -> None:
    text = ALL.replace(
        "{ikrafttredelse: 2026-12-01, til: 2027-12-31", "\n  til: >- # avtalt\n    31.12.2027\n  x"
    ).partition("\n  x")[0]
    assert mended(text, unsafe=False).file.data.decode() == text
    assert "til: '2027-12-31'" in mended(text, unsafe=True).file.data.decode()


def test_a_comment_below_a_section_stays_with_it() -> None:
    text = f"{HEAD}økonomi:\n  forbehold: stortinget\n  # om økonomi\n# om varighet\n{SAID}"
    assert "\n  # om økonomi\nevaluering:" in mended(text, unsafe=True).file.data.decode()
    in_braces = f"{HEAD}evaluering: {{ # k\n  }}\n{SAID}"
    assert mended(in_braces, unsafe=True).file.data.decode() == in_braces


def test_words_are_not_moved_over_the_end_of_a_paragraph() -> None:
    text = f"{ALL}innledning: |\n  Les mer i St.meld.\n\n  12 (2001-2002) er et tall.\n"
    assert mended(text, unsafe=True).file.data.decode() == text


def test_bad_mends_do_not_keep_good_ones_away() -> None:
    bad = "".join(f"  - {{hendelse: evaluert, dato: 2026-01-0{i % 9 + 1}, for: tull{i}, fr: KD}}\n" for i in range(60))
    text = f"{ALL}historikk:\n{bad}titel: Avtale\nmålform: Bokmaal\n"
    changed = mended(text, unsafe=True).file.data.decode()
    assert "målform: bokmål" in changed
