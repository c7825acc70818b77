"""Reading a line from a terminal and writing to it, and nothing torn by a signal."""
