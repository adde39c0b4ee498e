"""Readers of what the writers have written."""
