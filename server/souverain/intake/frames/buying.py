"""Frames of acquisitions: verbs, participles, idioms and nouns of buying, selling and passing on."""

from __future__ import annotations

from souverain.intake.frames.frame import Frame
from souverain.intake.rule import Rule

_BOUGHT = r"(?:rachetée?s?|acquise?s?|reprise?s?|absorbée?s?|avalée?s?|croquée?s?)"
_SOLD = r"(?:cédée?s?|vendue?s?|revendue?s?|rétrocédée?s?)"
_PASS = (
    r"(?:pass(?:e|é|ée|er|ent|era|erait|ait|ant) (?:sous|dans|aux mains|entre les mains|chez)|(?:tomb|bascul)(?:e|é|ée|er|ent|era|erait|ait|ant)(?:,? [^;:.()«»]{1,40})? (?:dans|aux mains|entre les mains)"
    r"|rejoin(?:t|dre|dra|drait|s|dront) (?:[^,.;:]{0,20} )?le giron|chang(?:e|é|er|era) de mains|part(?:i|ie|ir|ira|irait)? (?:dans le giron|chez)"
    r"|atterri(?:t|r|ra)? (?:chez|dans))"
)
_SELL = r"(?:c[éè]d(?:e|é|er|ent|era|erait|ait|ant)|ven(?:d|du|dre|dent|dra|drait|dait)|reven(?:d|du|dre|dent|dra|drait)|rétroc[éè]d(?:e|é|er)|apport(?:e|é|er)(?= [^.;]{3,60} à))"
_NOUN = r"(?:rachats?|acquisitions?|reprises?|absorptions?|prises? de contrôle|achats?|offre publique d'achat|opa|mainmise)"
_DEAL = (
    r"(?:annonc(?:e|é|er|ent|era|ait)|boucl(?:e|é|er|ent)|finalis(?:e|é|er|ent)|prépar(?:e|é|er|ent)|étudi(?:e|é|er|ent)"
    r"|négoci(?:e|é|er|ent)|envisag(?:e|é|er|ent)|confirm(?:e|é|er|ent)|réalis(?:e|é|er|ent)|conclu(?:t|re|ent)?"
    r"|effectu(?:e|é|er|ent)|procéd(?:é|er)|procède(?:nt)?|officialis(?:e|é|er|ent)|renonc(?:e|é|er|ent)|abandonn(?:e|é|er|ent)"
    r"|lanc(?:e|é|er|ent)|dépos(?:e|é|er|ent)|sign(?:e|é|er|ent)|propos(?:e|é|er|ent)|achev(?:é|er)|achève(?:nt)?)"
)
_SALE = r"(?:cessions?|ventes?|reventes?)"

FRAMES = (
    Frame(
        Rule(
            "acquisition.frame-bought",
            rf"(?P<v><neg><modal><be>?{_BOUGHT}(?!\w)<pas>)",
            prior=0.75,
            least=50,
        ),
        {"acquirer": ("par",), "target": ("head", "subject")},
        figures=("share",),
        bars="respectivement",
    ),
    Frame(
        Rule(
            "acquisition.frame-sold",
            rf"(?P<v><neg><modal><be>?{_SOLD}(?!\w)<pas>)",
            prior=0.75,
            least=50,
        ),
        {"acquirer": ("à",), "target": ("head", "subject")},
        figures=("share",),
        bars="respectivement",
    ),
    Frame(
        Rule("acquisition.frame-passes", rf"(?P<v><neg><modal><aux>{_PASS}(?!\w))", prior=0.75),
        {"acquirer": ("de", "chez", "object"), "target": ("subject", "head", "topic")},
    ),
    Frame(
        Rule(
            "acquisition.frame-sells",
            rf"(?P<v><neg><modal><neg><aux>{_SELL}(?!\w)<pas>)",
            prior=0.75,
            least=50,
        ),
        {"acquirer": ("à",), "target": ("object", "clitic")},
        figures=("share",),
    ),
    Frame(
        Rule(
            "acquisition.frame-deals",
            rf"(?P<v><neg><modal><neg><aux>{_DEAL}<pas>)(?:(?!\bqu)[^.;:«»]){{0,70}}?(?<!\w){_NOUN}(?!\w)",
            tells="both",
            prior=0.75,
            least=50,
        ),
        {"target": ("of", "sur"), "acquirer": ("subject",)},
        figures=("share",),
    ),
    Frame(
        Rule(
            "acquisition.frame-purchase", rf"{_NOUN}(?!\w)", tells="outcome", prior=0.75, least=50
        ),
        {"acquirer": ("par",), "target": ("of", "sur")},
        figures=("share",),
    ),
    Frame(
        Rule("acquisition.frame-sale", rf"{_SALE}(?!\w)", tells="outcome", prior=0.75, least=50),
        {"acquirer": ("à", "au profit"), "target": ("de",)},
        figures=("share",),
    ),
)
