"""Fuzzing: five parts of the program on bytes that nobody has thought of; `python -m tests.fuzz` from the project."""
