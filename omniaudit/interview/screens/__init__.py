"""What the interview says, in lines that any terminal can wrap."""
