"""Mends: each as edits of spans of the file, never a new dump of it; and what comes of carrying them out."""
