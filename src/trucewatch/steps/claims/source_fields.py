"""What the words of a citation say of its source: kind, number, title, publisher, handle, and who was asked."""

import re

from trucewatch.core.date_words import MONTH_NAMES

Bounds = tuple[int, int]

# Names of papers and stations, by a word that most of them have.
_PAPER_NAME = (
    r"(?:Daily|Times|Post|News|Herald|Tribune|Gazette|Inquirer|Observer|Guardian|Telegraph|Journal|Chronicle|Standard|Agency|Radio|TV"
    r"|Television|Broadcasting|Reuters|AFP|Agence France-Presse|Associated Press|Interfax|TASS|Xinhua|Anadolu|BBC|Al Jazeera|Le Monde)"
)
_DAY_OF_YEAR = rf"(?:\d{{1,2}}\s+(?:{'|'.join(MONTH_NAMES)})|(?:{'|'.join(MONTH_NAMES)})\s+\d{{1,2}},?)\s+\d{{4}}"

# "S/2021/229", "S/RES/1970 (2011)", "A/HRC/48/83", "S/PV.8912": how the United Nations number their papers.
SYMBOL = r"\b(?:[AES]/(?:\d{4}/\d+|(?:RES|PRST|AC\.\d+|HRC|INF)/[\w./-]*\d|(?:PV|SR)\.\d+)(?:/(?:Add|Rev|Corr)\.\d+)?)"
# "(telephone interviews, 7 and 8 June 2018)" in the sentence that it stands behind.
IN_BRACKETS = re.compile(
    r"\((?P<source>(?:[\w'’/-]+\s+){0,4}?(?i:interviews?|correspondence|conversations?|statements?|press release|letter|speech|communiqué"
    r"|tweet|post|broadcast|remarks|press conference|press briefing|radio|television)\b[^()\n]{0,120}|(?i:both|all)\s+(?i:to|in|on)\s[^()\n]{3,120}"
    rf"|(?i:(?:see\s+(?:also\s+)?)?{SYMBOL}[^()\n]{{0,80}})"
    rf"|[A-Z][^()\n]{{0,60}}\b{_PAPER_NAME}\b[^()\n]{{0,60}}{_DAY_OF_YEAR}|{_PAPER_NAME}\b[^()\n]{{0,60}}{_DAY_OF_YEAR}"
    rf"|[A-Z][^()\"\n]{{1,60}},\s\"[^()\"\n]{{6,160}}\",?\s[^()\n]{{0,60}}{_DAY_OF_YEAR}"
    rf"|[A-Z][^()\n]{{1,60}},\s(?:press\s)?(?:briefing|conference|statement|communiqué|interview),?\s[^()\n]{{0,40}}{_DAY_OF_YEAR})\)"
)
_PAPER_WORDS = r"(?:press\s+release|(?:media|press|news)\s+(?:statement|note)|report|bulletin|communiqu[eé]|statement|letter|briefing|note|circular|update)"
_KIND = (
    (
        "post",
        re.compile(r"(?i)\b(?:tweet|twitter|facebook|telegram|posted\b|@\w)|(?-i:\bposts?\b|(?:\A|[a-z] )Post\s)"),
    ),
    (
        "interview",
        re.compile(
            r"(?i)\b(?:interview|correspondence|conversation)s?\b|\b(?:personal|private|confidential) communications?\b"
            r"|\b(?:whatsapp|signal|telephone|phone|text|message|e-?mail) exchanges?\b|\bfocus group\b"
        ),
    ),
    (
        "statement",
        re.compile(
            r"(?i)\b(?:statement|press release|communiqu[eé]|remarks|speech|(?:press|news) conference|e-?mail (?:to|from)|letter|note verbale|message to"
            r"|address (?:by|to)|(?:press|news|media) briefing|briefing (?:by|to|before)|testimony"
            r"|(?:both|all) (?:to|in|on) (?:the )?[\w ]+(?=,))\b"
        ),
    ),
    # "Report of the Panel established pursuant to resolution 1973" is no resolution.
    (
        "law",
        re.compile(
            r"(?i)\A(?:(?!\b(?:report|briefing|study)\b).)*?\b(?:law|decree|resolution|proclamation|act|ordinance)\s+(?:no|n°|nº|\d)"
        ),
    ),
    ("broadcast", re.compile(r"(?i)\b(?:television|tv|radio|broadcast)\b|\bTV\d")),
    # "Accord (above note 4)" is none.
    (
        "report",
        re.compile(
            r"(?i)\b(?:report|briefing|paper|study)\b|(?<!above )(?<!supra )(?<!see )(?<!cf\. )(?<!in )(?<!foot)\bnote\b(?!\s+\d+\s+(?:above|supra))"
        ),
    ),
    (
        "wire",
        re.compile(
            r"\b(?:Reuters|AFP|Agence France-Presse|Associated Press|Xinhua|Interfax|Anadolu|TASS|RIA Novosti|Ukrinform|Unian|Deutsche Presse-Agentur"
            r"|Kyodo|Yonhap|Bernama|Antara|Press Trust of India|Armenpress|Azertac|Tasnim|IRNA|SANA|SUNA|WAFA|KUNA|Middle East News Agency)\b"
            r"|(?:^|[\",(] ?)(?:AP|EFE|dpa|ANSA|PTI|ANI|SPA|MENA|APS|UNIAN|Lusa)(?=[,)]|$)|\b[Nn]ews [Aa]gency\b"
        ),
    ),
)
_NUMBER = re.compile(r"\b[Nn](?:o\.?|°|º)\s*(?P<n>\d[\w/-]*)")
_SYMBOL = re.compile(rf"(?P<n>{SYMBOL})")
# "Press release HOD/23/004", "Mission Report 2018/05".
_FILE_NUMBER = re.compile(rf"(?i)\b{_PAPER_WORDS}\s+(?P<n>[a-z]{{0,8}}[\d/.-]*\d/[\w/.-]*\d)\b")
# "Decree 2657 of 2022", "resolution 2259 (2015)"
_LAW_NUMBER = re.compile(
    r"(?i)\A(?:(?!\b(?:report|briefing|study|letter|statement)\b).)*?\b(?:law|decree|resolution|proclamation|act|ordinance)\s+(?P<n>\d[\d/-]*)(?=\W|$)"
)
_HANDLE = re.compile(r"@\w{2,30}")
_ASKED = (
    r"(?:interviews?|correspondence|conversations?|communications?|exchanges?|discussions?)(?:\s*\([^()\d]{3,40}\))?"
)
_WHO = re.compile(
    rf"(?i){_ASKED}\s*(?:,|with)\s*(?P<who>(?:\b(?:Brig|Gen|Col|Lt|Maj|Capt|Sgt|Dr|Mr|Mrs|Ms|Amb|Prof|Rev|Hon)\.|[^,.\d]){{3,80}})"
)
_WITH = re.compile(rf"(?i){_ASKED}\s+with\s+(?:the\s+)?(?-i:[A-Z][\w'’-]+)(?=\s*[,.;]|\s*$)")
_UNNAMED = re.compile(r"(?i)\b(?:anonymous|confidential|unnamed|name\s+withheld|anonymity)\b")
_UNNAMED_SOURCE = re.compile(
    r"(?i)\b(?:anonymous|confidential|unnamed)\s+(?:[\w-]+\s+)?(?:source|official|officer|interview|diplomat)s?\b|\bname\s+withheld\b"
)
_TITLE = re.compile(r"[Nn](?:o\.?|°|º)\s*\d[\w/-]*\s*,\s*[\"']?(?P<title>[^,;\"']{6,120})")
_UNTITLED = re.compile(r"(?i)\b(?:press release|communiqu[eé]|statement|letter)\b")
_QUOTED_TITLE = re.compile(r"^(?:(?P<by>[A-Z][^\"\n]{1,60}),\s)?\"(?P<title>[^\"\n]{6,160}?),?\"(?=\s*,|\s*\()")
# The series of a publisher's reports, which is no part of its name: "Crisis Group Europe Report".
_SERIES = r"(?:(?:Europe|Africa|Asia|Middle East(?: (?:and|&) North Africa)?|Latin America(?: (?:and|&) (?:the )?Caribbean)?|Europe (?:and|&) Central Asia|Eurasia|Global|Special|Annual|Country|Policy|Field|Research|Press)\s+){0,3}"
_PAPER = r"(?:Report|Briefing|Paper|Note|Study|Statement|Commentary|report|briefing|paper|note|study|statement)"
_CAPITALISED = r"(?:[A-Z][\w'&.-]*\s+(?:of\s+|for\s+|and\s+)?){1,6}?"
_PUBLISHER = re.compile(
    rf"(?:[Ss]ee|[Vv]iew|Source:|Cf\.)\s+(?:also\s+)?(?:the\s+)?(?P<p>{_CAPITALISED}){_SERIES}{_PAPER}\b"
    rf"|^(?P<interviewer>{_CAPITALISED})(?:[Tt]elephone |[Pp]hone |[Ee]-?mail |[Vv]ideo |[Oo]nline |[Cc]onfidential )?"
    r"(?:[Ii]nterviews?|[Cc]orrespondence|[Cc]onversations?)\b"
    r"|(?:[Ss]ee|[Vv]iew)\s+(?:the\s+)?(?P<poster>[\w'-]+(?:\s[\w'-]+){0,5}?)['`’]s\s+(?:tweet|post|statement|message)\b"
    r"|^(?:(?:Joint|Facebook|Twitter|Telegram|Public|Written|Open)\s+)?(?:[Tt]weet|[Pp]ost(?:\s+on\s+[A-Z]\w*)?|[Ss]tatement|[Pp]ress [Rr]elease"
    r"|[Ll]etter(?:\s+dated\s\d[\w ]{5,20}?)?|[Cc]ommuniqué|[Ss]peech|[Aa]ddress|[Bb]riefing|[Rr]emarks|[Pp]ress [Cc]onference|[Ee]-?mail)"
    r"\s+(?:by|from|of)\s+(?:the\s+)?(?P<author>[A-Z][^,.@(]{2,60}?)(?=[,.@(]|\s+(?:to|addressed)\s)"
    rf"|^(?P<issuer>[A-Z][\w'’&/-]+(?:\s[A-Z][\w'’&/-]+){{0,3}}?)(?:,\s+(?:(?:[A-Z][\w-]+|flash|final|interim|human|rights|public|situation)\s+){{0,3}}|\s+){_SERIES}(?:(?i:press\s+release|communiqu[eé]|bulletin|report|briefing|statement)\b)"
    r"(?=\s+(?:[Nn][o°º]|[A-Z]{0,8}/?\d)|,)"
)
_PUBLISHED_IN = re.compile(
    r"^\",?\s*(?P<p>[A-Z][^,()\d\"]{2,60}?)\s*(?=[,(])|^,\s+(?P<q>[A-Z][^,()\d\"]{2,60}?)\s*(?=[,(])"
)
_NO_PUBLISHER = frozenset(
    "author telephone phone personal online confidential email video remote the their zoom skype whatsapp signal private".split()
)
# "Patrol report 95/31" has no publisher.
_SORTS = frozenset(
    "patrol daily weekly monthly annual final interim situation joint press field special mission internal confidential status progress "
    "incident investigation flash spot".split()
)
_TITLED = r"\b(?:Mr|Ms|President|Minister|General|Colonel)\b"
_PLACE = r"[A-Z][\w'’-]+(?:\s(?:[a-z]{1,3}[\s-])?[A-Z][\w'’-]+){0,2}"
_NAME = rf"{_TITLED}|\b[A-Z][\w'’-]+\s(?:(?:al|el|ibn|bin|ben|van|von|de|da|dos|ould|abu)[\s-])?[A-Z][a-z][\w'’-]*"
_NAMED = re.compile(_NAME)
# "Democratic Council adviser": whose side somebody is on, and what they are, but not who.
_ROLE = re.compile(
    r"\b(?:officials?|officers?|advis[eo]rs?|diplomats?|commanders?|members?|sources?|politicians?|mediators?|fighters?|residents?|elders?|leaders?"
    r"|activists?|drivers?|workers?|analysts?|experts?|aides?|negotiators?|lawyers?|soldiers?|staff|employees?|businessm[ae]n|journalists?)\b"
)
# "1:57 p.m.", "13:57 GMT", "6 pm": as it stands; which zone is meant seldom does.
_TIME = re.compile(
    r"(?<![\d:.])(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?![.:]?\d)(?:\s*[ap]\.?m\b\.?)?|1?\d\s*[ap]\.?m\b\.?)"
    r"(?:\s+(?:GMT|UTC|CET|EET|EST|EDT|local time)\b)?",
    re.IGNORECASE,
)
# Before the day, behind who was asked: "interviews, Yemeni officials, Riyadh and Aden, March 2019".
_PLACED = re.compile(
    rf"(?:,\s+(?:in\s+)?|\bin\s+)(?P<place>{_PLACE}(?:(?:,|\s+and)\s+{_PLACE})*),?\s+(?:(?:on|in|between|from)\s+)?"
    rf"(?=\d{{1,2}}\b|(?:{'|'.join(MONTH_NAMES)})\b|(?:early|mid|late)\b)"
)
_DAY = re.compile(rf"^(?:\d|(?:{'|'.join(MONTH_NAMES)})\b)")


def kind_of(words: str) -> str:
    """What a citation names: post, interview, statement, law, broadcast, report or wire; else a document."""
    return next((kind for kind, pattern in _KIND if pattern.search(words)), "document")


def number_of(words: str) -> Bounds | None:
    """The number of a report or a law, the symbol of a paper of the United Nations."""
    return next(
        (hit.span("n") for p in (_NUMBER, _SYMBOL, _FILE_NUMBER, _LAW_NUMBER) if (hit := p.search(words))), None
    )


def title_of(words: str) -> Bounds | None:
    """The title in quotation marks, or behind the number; a day behind the number is none."""
    for pattern in (_QUOTED_TITLE, _TITLE):
        hit = pattern.search(words)
        if hit and pattern is _TITLE and _UNTITLED.search(words, 0, hit.start()):
            # "Press release No. 71, Addis Ababa, 21 June 1999"
            return None
        if hit and not _DAY.match(hit["title"]):
            return hit.span("title")
    return None


def handle_of(words: str) -> Bounds | None:
    """The handle that a post was made under."""
    hit = _HANDLE.search(words)
    return hit.span() if hit else None


def publisher_of(words: str) -> Bounds | None:
    """Who published, asked or wrote what a citation names."""
    hit = _PUBLISHER.search(words)
    group = next((g for g, found in hit.groupdict().items() if found), None) if hit else None
    if hit is not None and group == "issuer" and hit[group].lower() in _SORTS:
        return None
    if hit is not None and group is not None and hit[group].split()[0].lower().removesuffix("'s") not in _NO_PUBLISHER:
        return hit.start(group), hit.start(group) + len(hit[group].rstrip())
    title = _QUOTED_TITLE.search(words)
    paper = _PUBLISHED_IN.search(words[title.end() - 1 :]) if title else None
    if title is not None and paper is None and title["by"]:
        # 'Lake Watch, "World Report 2020", p. 611'
        return title.start("by"), title.start("by") + len(title["by"].rstrip())
    if title is None or paper is None:
        return None
    first, last = paper.span("p" if paper["p"] else "q")
    return title.end() - 1 + first, title.end() - 1 + last


def time_of(words: str) -> Bounds | None:
    """The hour that a post or a broadcast bears."""
    hit = _TIME.search(words)
    return hit.span() if hit else None


def place_of(words: str, who: Bounds | None) -> Bounds | None:
    """Where an interview was held; a name of several words that stands alone is taken for who was asked."""
    hit = _PLACED.search(words)
    if hit is None or _ROLE.search(hit["place"].lower()) or re.search(_TITLED, hit["place"]):
        return None
    alone = who is not None and who[0] == hit.start("place") and " " in hit["place"]
    return None if alone else hit.span("place")


def asked(words: str) -> Bounds | None:
    """Who was interviewed, as the citation calls them."""
    hit = _WHO.search(words)
    return hit.span("who") if hit else None


def is_unnamed(words: str, who: Bounds | None) -> bool:
    """Whether a citation does not name whom it was told by; one that says of nobody that they told it, only if it says so."""
    if who is None:
        return _UNNAMED_SOURCE.search(words) is not None
    told = words[slice(*who)]
    role = max((m.end() for m in _ROLE.finditer(told)), default=0)
    named = _NAMED.search(told, role) or (not role and _WITH.search(words)) or re.search(_TITLED, told)
    return _UNNAMED.search(words) is not None or not named
