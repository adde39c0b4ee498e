"""One writer a format: a document in, its bytes out, the same on every machine."""
