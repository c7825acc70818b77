"""What the reader is told: ordered, worded and rounded once, for every format."""
