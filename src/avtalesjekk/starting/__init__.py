"""A new agreement: what is known of it from the start, as the text of a file to go on with."""

from avtalesjekk.starting.start import Payment, Start
from avtalesjekk.starting.text import text_of

__all__ = ["Payment", "Start", "text_of"]
