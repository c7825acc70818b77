"""Files into model: every mistake collected with its place, nothing guessed."""
