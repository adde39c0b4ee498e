"""`python -m avtalesjekk` is the same as `avtalesjekk`."""

from avtalesjekk.cli import main

main()
