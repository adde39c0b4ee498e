"""`python -m avtalesjekk` is the same as `avtalesjekk`."""

from avtalesjekk.cli import main

if __name__ == "__main__":
    main()
