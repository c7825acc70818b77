"""The interview: a conversation, with a terminal at one end and a file at the other."""
