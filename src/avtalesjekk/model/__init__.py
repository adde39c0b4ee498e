"""The agreement as data: frozen pydantic models, their values, and what is said where a file does not fit them."""

import os

# pydantic otherwise looks through every installed package for plugins, a fifth of the time it takes to load.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
