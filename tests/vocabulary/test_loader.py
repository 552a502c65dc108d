from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from trucewatch.core.errors import BadVocabulary
from trucewatch.vocabulary.loader import read


@dataclass(frozen=True, slots=True)
class Cue:
    id: str
    words: tuple[str, ...]
    weight: int = 1
    sides: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a cue needs at least one word")


def test_entries_become_frozen_values_in_order():
    cues = read("cues.yaml", "- {id: a, words: [x, y]}\n- {id: b, words: [z], weight: 2, sides: {n: s}}", Cue)
    assert cues == (Cue("a", ("x", "y")), Cue("b", ("z",), 2, {"n": "s"}))
    with pytest.raises(TypeError):
        cues[1].sides["n"] = "t"  # type: ignore[index]


def test_all_faults_of_a_file_are_reported_at_once():
    content = "- {id: a}\n- {id: a, words: x}\n- {id: b, words: [], weigth: 1}\n- {id: c, words: []}\n- just words\n"
    with pytest.raises(BadVocabulary) as caught:
        read("cues.yaml", content, Cue)
    assert str(caught.value) == (
        'BadVocabulary: cues.yaml has 6 faults: entry 1 (a): "words" is missing; '
        "entry 2 (a): this id is already taken; "
        'entry 2 (a): "words" is a text, expected a list of texts; '
        'entry 3 (b): unknown field "weigth", expected one of id, words, weight, sides; '
        "entry 4 (c): a cue needs at least one word; "
        "entry 5 is a text, expected a mapping. Mend the file and run again"
    )


def test_a_file_that_is_no_list_is_refused():
    with pytest.raises(BadVocabulary, match="the file holds a mapping, expected a list of entries"):
        read("cues.yaml", "id: a", Cue)


def test_a_file_that_is_no_yaml_is_refused():
    with pytest.raises(BadVocabulary, match=r"cues\.yaml has 1 fault: no YAML: "):
        read("cues.yaml", "- {id: a", Cue)


def test_a_number_is_no_text_and_true_is_no_number():
    with pytest.raises(BadVocabulary, match=r'"id" is a number, expected a text; .*"weight" is true or false'):
        read("cues.yaml", "- {id: 1, words: [x], weight: true}", Cue)
