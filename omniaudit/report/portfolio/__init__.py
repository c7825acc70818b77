"""The picture of a whole batch of businesses: counted file by file, then put into words."""
