"""The rules: one module a section of the mønsteravtale, each rule a small pure function of the reading."""
