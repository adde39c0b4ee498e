"""The report for its reader: one module an output format."""
