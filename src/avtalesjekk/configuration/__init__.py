"""The user's own configuration, in `avtalesjekk.toml` or under `[tool.avtalesjekk]` in `pyproject.toml`."""
