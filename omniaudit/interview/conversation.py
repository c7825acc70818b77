"""The interview as a state machine: no terminal, no file."""
