"""Reads ceasefire agreements and reports; every value it returns is tied to its words."""
