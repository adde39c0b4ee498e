"""From an agreement to the text that is signed: the agreement → a template → a document → one writer a format."""
