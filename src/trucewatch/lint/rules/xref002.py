"""XREF002: wrong relative reference."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import article_ids, cue
from trucewatch.lint.references import label
from trucewatch.lint.sentences import sentences

_ABOVE = (
    r"\b(?:sub-?)?(?:sections?|paragraphs?|articles?|points?|clauses?|items?|sub-paragraphs?)\s+(?P<first>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)?)"
    r"(?: (?:and|or|and or|and/or|to|-) \(?(?:\d{1,2}|[a-z])\)?)* (?:above|below|of this (?:article|section|paragraph)|hereof)\b"
)


def check(agreement: Agreement) -> Iterator[Hit]:
    home = article_ids(agreement)
    labels: dict[str, set[str]] = {}
    for clause in agreement.clauses:
        if clause.number:
            labels.setdefault(home[clause.id], set()).add(label(clause.number))
    top = {label(c.number) for c in agreement.clauses if c.number and home[c.id] == c.id}
    for sentence in sentences(agreement):
        for match in cue(_ABOVE).finditer(sentence.text):
            known = labels.get(home[sentence.clause.id], set())
            # "Article 3 above" is a place of the whole text, "sub-section (2) above" one of this article.
            if (
                cue(r"(?:article|section|point)s? \(?\w").match(match[0])
                or home[sentence.clause.id] == sentence.clause.id
            ):
                known = known | top
            if label(match["first"]) not in known:
                yield sentence.hit(match.start(), match.end(), '"{words}": no part of this article bears that label')
                break


RULE = Rule(
    code="XREF002",
    name="wrong-relative-reference",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what='Finds references such as "sub-section (2) above" that lead to nothing in their article.',
    why=(
        "In the South Sudanese text of December 2017 two articles refer to lettered or numbered parts "
        "above that bear no such label."
    ),
    bad="The measures in sub-paragraph (4) above apply.",
    good="The measures in Article 13(4) apply.",
    readings=(
        "One side reads: the part before this one. The duty is small.",
        "The other side reads: another part. The duty is large.",
    ),
    suggestion="Refer by the full number.",
    check=check,
)
