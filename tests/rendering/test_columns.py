from avtalesjekk.rendering.document import Table, Text
from avtalesjekk.rendering.writers.columns import LARGEST, columns


def table(*rows: tuple[str, ...]) -> Table:
    head, *rest = (tuple((Text(cell),) for cell in row) for row in rows)
    return Table(head, tuple(rest))


def test_a_narrow_table_has_letters_of_the_size_of_the_text() -> None:
    shares, size = columns(table(("År", "Beløp"), ("2026", "1 200 000 kroner")))
    assert size == LARGEST
    assert shares[1] > shares[0]
    assert abs(sum(shares) - 1) < 1e-9


def test_many_long_words_make_the_letters_smaller() -> None:
    head = tuple(f"Kommunedirektørene{i}" for i in range(7))
    assert columns(table(head, head))[1] < LARGEST


def test_a_number_in_groups_is_one_word() -> None:
    shares, _ = columns(table(("A", "B"), ("1 200 000", "x")))
    assert shares[0] > 1.5 * shares[1]
