"""Gazetteers behind the port `Gazetteer`: names of places to countries and coordinates, offline."""
