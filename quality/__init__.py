"""Compares what the program finds with answer sheets written by people: `make quality`."""
