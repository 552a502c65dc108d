"""The commands of the command line that work on a case, and what all commands share."""
