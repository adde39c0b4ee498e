"""Norwegian ways, in bokmål and nynorsk, to write dates, durations, frequencies, amounts and numbers."""
