"""What the commands show: the same findings, in lines for a terminal."""
