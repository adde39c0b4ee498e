"""The one exception for what a user can cause."""


class UserError(Exception):
    """A Norwegian text to show the user, said as «Feil: …»; the program then ends with the exit code.

    Values from outside go into the text through `terminal.printable`; the text itself may have several lines.
    """

    exit_code = 2
