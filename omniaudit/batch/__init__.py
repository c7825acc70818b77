"""Many answers files at once; one bad file never stops the others."""
