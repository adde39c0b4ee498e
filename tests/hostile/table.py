"""All hostile inputs."""

from .agreements import AGREEMENTS
from .configurations import CONFIGURATIONS
from .documents import DOCUMENTS
from .outputs import OUTPUTS
from .pdfs import OWN_SOURCES, PDFS
from .places import NAMES, PLACES
from .row import Agreement, Row
from .templates import TEMPLATES

LINT = ("lint", "--dato=2026-11-22", "--output-format=concise", "-q")


def alone(agreement: Agreement) -> Row:
    """The run that checks an agreement by itself, a good one beside it."""
    file = f"{agreement.name}.yaml"
    code = 2 if agreement in PLACES and agreement.said else int(bool(agreement.said))
    return Row(agreement.name, lambda folder: agreement.make(folder / file), (*LINT, file), code)


ALONE = tuple(map(alone, (*AGREEMENTS, *PLACES)))
ROWS = (*NAMES, *CONFIGURATIONS, *DOCUMENTS, *PDFS, *OWN_SOURCES, *TEMPLATES, *OUTPUTS)
