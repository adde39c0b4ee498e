"""Every regular expression of the program, on texts made against it, and the steps that it takes, counted."""
