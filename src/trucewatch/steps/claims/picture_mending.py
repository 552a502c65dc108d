"""Mends what pictures show, where parsers take the verb for a noun: "A video posted by the Front purports to show recruits"."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.parse import FINITE, Token

from .papers import PICTURES

_SHOWS = {"show": "show", "shows": "show", "purports": "purport", "purport": "purport"}
_FARTHEST = 12


def free_shown(tokens: list[Token], low: int, high: int) -> None:
    """Makes "purports" the verb of the video, and whoever stands in front of it the one who has posted it."""
    for shows in tokens[low + 1 : high - 1]:
        if shows.lower not in _SHOWS or shows.tag not in ("NN", "NNS"):
            continue
        picture = _picture(tokens, shows, low)
        before, above = tokens[shows.i - 1], tokens[shows.head]
        # "A photo show in Bor" is none of what a photo shows.
        if picture is None or (picture.tag == "NNS") == shows.lower.endswith("s"):
            continue
        # "Photographs posted by the army show tanks": the tanks are shown, and by the army.
        whole = above if shows.dep == "compound" and above.i > shows.i else shows
        hangs = before is not picture and before.head in (shows.i, whole.i)
        if hangs and whole.head in (whole.i, before.i):
            return
        for token in tokens[low : shows.i]:
            if hangs and token.head in (shows.i, whole.i) and token not in (before, picture):
                tokens[token.i] = replace(token, head=before.i)
        if hangs:
            noun = before.pos in ("NOUN", "PROPN")
            pos, tag = (before.pos, before.tag) if noun else ("PROPN", "NNP")
            tokens[before.i] = replace(before, head=whole.head, dep=whole.dep, pos=pos, tag=tag)
        tokens[shows.i] = replace(
            shows,
            head=shows.i,
            dep="ROOT",
            pos="VERB",
            tag="VBP" if picture.tag == "NNS" else "VBZ",
            lemma=_SHOWS[shows.lower],
        )
        if whole is not shows:
            tokens[whole.i] = replace(whole, head=shows.i, dep="dobj")
        tokens[picture.i] = replace(picture, head=shows.i, dep="nsubj")
        for token in tokens[shows.i + 1 : high]:
            inside = token.head > shows.i and token.head != token.i
            if not inside and token is not whole:
                dep = "xcomp" if token.tag == "VB" else token.dep if token.dep != "ROOT" else "dep"
                tokens[token.i] = replace(token, head=shows.i, dep=dep)
        return


def _picture(tokens: Sequence[Token], shows: Token, low: int) -> Token | None:
    """The picture that a word stands right behind, or behind whoever posted it; None where another verb has a say."""
    for token in reversed(tokens[max(low, shows.i - _FARTHEST) : shows.i]):
        if token.lemma in PICTURES and token.pos == "NOUN":
            between = tokens[token.i + 1 : shows.i]
            posted = not between or (between[0].tag in ("VBN", "VBD") and any(t.lower == "by" for t in between[1:3]))
            return token if posted else None
        if token.tag in FINITE and token.tag != "VBD":
            return None
    return None
