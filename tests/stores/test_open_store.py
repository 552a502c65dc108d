"""Addresses of stores."""

import pytest

from trucewatch.core.errors import BadSetting
from trucewatch.stores import MEMORY, open_store

from .days import note, write

WANTED = 'Give "sqlite:///PATH" or "postgresql://USER@HOST/NAME"'


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ledger.sqlite", f'the store "ledger.sqlite" is no address. {WANTED}'),
        ("mysql://ada@127.0.0.1/cases", f'a ledger cannot be kept in "mysql". {WANTED}'),
        ("sqlite://", f'the store "sqlite://" names no file. {WANTED}'),
        ("sqlite:///:memory:", f'the store "sqlite:///:memory:" names no file. {WANTED}'),
    ],
)
def test_an_address_that_cannot_be_used_is_told(address, said):
    with pytest.raises(BadSetting) as caught:
        open_store(address)
    assert str(caught.value) == f"BadSetting: {said}"


@pytest.mark.parametrize("name", ["ledger.sqlite", "what? 100% #1 سرت.sqlite", "file:x"])
def test_a_path_may_hold_any_character(tmp_path, opened, name):
    store = opened(tmp_path / name)
    store.create("libya")
    write(store, note())
    assert (tmp_path / name).stat().st_size > 0


def test_a_file_has_an_address_as_well(tmp_path, opened):
    opened(tmp_path / "ledger.sqlite").create("libya")
    assert opened(f"sqlite:///{tmp_path / 'ledger.sqlite'}").cases() == ("libya",)


def test_memory_forgets(opened):
    opened(MEMORY).create("libya")
    assert opened(MEMORY).cases() == ()
