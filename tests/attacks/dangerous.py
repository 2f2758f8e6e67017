"""Data that harm nobody here, and might harm those who read them elsewhere."""

from __future__ import annotations

SPACE = "urn:dangerous:"
SCRIPT = "<script>alert('&\"</style>')</script><!-- ]]> -->"
FORMULAS = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://a")',
]
LINES = "a\r\nSet-Cookie: b=c\r\n\r\n<p>d"
BIDI = "\u202eabc\u2066\u200f\ufeff"
BEYOND = "\U0001f4a3\U000e0041\ufffd"
TEXTS = {
    "script": SCRIPT,
    **{f"formula {number}": text for number, text in enumerate(FORMULAS)},
    "lines": LINES,
    "bidi": BIDI,
    "beyond": BEYOND,
    "quotes": '"\'`\\""',
    "entities": "&lt;&#x3c;&amp;%3C\\u003c",
    "separators": "a,b;c\td\x85e\u2028f\u2029g",
}
# IRIs may hold what a page or a header must not.
IRIS = {
    "javascript": "javascript:alert(1)",
    "data": "data:text/html,%3Cscript%3Ealert(1)%3C/script%3E",
    "quote": "urn:a'onmouseover='alert(1)",
    "lines": "urn:a%0d%0aSet-Cookie:b",
    "entities": "http://a/?b&c=d&lt;e",
}
GRAPH = "urn:graph%0d%0aSet-Cookie:b'&lt;c"


def escaped(text: str) -> str:
    """A literal of N-Quads."""
    return "".join(c if " " < c <= "~" and c not in '"\\' else f"\\U{ord(c):08X}" for c in text)


def nquads() -> str:
    """The file: each text and IRI under a name of its own, and a graph with such a name."""
    lines = [
        f'<{SPACE}{name.replace(" ", "-")}> <{SPACE}text> "{escaped(text)}" .'
        for name, text in TEXTS.items()
    ]
    lines += [f"<{SPACE}{name}> <{SPACE}iri> <{iri}> ." for name, iri in IRIS.items()]
    lines += [f"<urn:a> <urn:b> <urn:c> <{GRAPH}> ."]
    return "".join(f"{line}\n" for line in lines)
