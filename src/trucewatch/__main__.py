"""`python -m trucewatch`: the same as the command."""

from .cli import main

main()
