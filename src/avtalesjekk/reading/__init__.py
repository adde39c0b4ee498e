"""Facts and prose of an agreement as one reading, each with its place: what every rule asks."""
