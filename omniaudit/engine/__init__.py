"""What follows from the answers: pure and exact, no file, no clock, no chance."""
