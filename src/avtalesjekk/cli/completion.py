"""What the tabulator key suggests in the shell for values that are not a fixed few."""


def rules(incomplete: str) -> list[tuple[str, str]]:
    """The codes and names of rules that begin so, each with its title; of several with commas between, the last."""
    from avtalesjekk.rules.catalogue import RULES  # noqa: PLC0415 (just when it is asked for)

    before, comma, begun = incomplete.rpartition(",")
    return [
        (f"{before}{comma}{name}", rule.title)
        for rule in RULES
        for name in (rule.code, rule.slug)
        if name.casefold().startswith(begun.casefold()) and (begun or name == rule.code)
    ]


def departments(incomplete: str) -> list[tuple[str, str]]:
    """The abbreviations of the departments of today that begin so, each with its name."""
    from datetime import date  # noqa: PLC0415

    from avtalesjekk.register.departments import departments as ever  # noqa: PLC0415
    from avtalesjekk.register.departments import on_day  # noqa: PLC0415

    today = date.today()  # noqa: DTZ011 (the user's own day)
    begun = incomplete.casefold()
    return sorted(
        (department.short, department.navn)
        for department in on_day(ever(), today, today)
        if department.short.casefold().startswith(begun)
    )
