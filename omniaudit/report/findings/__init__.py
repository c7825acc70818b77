"""What was found, in words that several pages share."""
