"""`python -m omniaudit` is the command line."""

from omniaudit.cli.app import main

main()
