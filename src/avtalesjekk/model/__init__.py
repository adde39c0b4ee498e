"""The agreement as data: frozen pydantic models, their values, and what is said where a file does not fit them."""
