"""Where logs are kept: in memory, in an SQLite file, in PostgreSQL. One contract, tests/stores/test_contract.py."""
