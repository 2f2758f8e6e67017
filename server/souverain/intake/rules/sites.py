"""Rules for plants, offices and shops without a name that open or close, told by common nouns."""

from __future__ import annotations

from souverain.intake.rule import Rule

_NOUN = (
    r"(?:centres?|usines?|sites?|bureaux?|agences?|boutiques?|magasins?|entrepôts?|terminal|terminaux"
    r"|laboratoires?|imprimeries?|ateliers?|stations?|data ?centers?|campus|écoles?|antennes?|succursales?"
    r"|dépôts?|hôtels?|restaurants?|cliniques?|crèches?|incubateurs?|showrooms?|points? de vente|fonderies?"
    r"|raffineries?|carrières?|mines?|brasseries?|librairies?|plateformes? logistiques?|depots?|plants?|offices?)"
)
_PEOPLE = r"[a-zéèêç]+(?:ais|aise|ien|ienne|and|ande|ain|aine|ois|oise|ique|agnole?|logistiques?)"
_SITE = rf"(?P<site>{_NOUN}(?: (?:de |d'|du )(?!ici\b|un|la\b|son\b|sa\b)[\wàâéèêîôûç'-]+| {_PEOPLE}(?!\w))?)"
_NEW = r"(?:(?:nouve(?:l|au|lle|aux|lles)|second|seconde|deuxième|troisième|quatrième|premier|première|grande?|petite?|autre|vaste|futur|future) )*"
_A = rf"(?:une? |des |son |sa |ses |leur |leurs |deux |trois |quatre |cinq |plusieurs |le |la |l'|a ){_NEW}"
_ITS = rf"(?:son |sa |ses |leur |leurs |le |la |l'|les |deux |trois |quatre |cette |ce |une? de ses ){_NEW}"
_HEAD = rf"(?:(?:le|la|les|l'|son|sa|ses|leur|une?|deux|trois|quatre|ce|cette|a) ?){_NEW}"
_GAP = r"[^.;:«»]{0,70}?"
_ASIDE = r"(?:,? [^.;:«»,]{2,40},| [^.;:«»,]{2,30})?"

RULES = (
    Rule(
        "lifecycle.opens-site",
        rf"(?P<v><neg><modal><neg><aux>(?:ouv(?:re|rent|rir|rira|riront|rirait|ert|rait)|inaugur(?:e|er|era|é|ent)|implant(?:e|er|era|é))<pas>)(?: [^.;:,«»]{{2,30}}?)? {_A}{_SITE}",
        plain=True,
        fills={"event": "Opened"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.opening-of-site",
        rf"(?:l'ouverture|l'inauguration|une ouverture){_ASIDE} (?:d'un |d'une |de |d'|du |des )(?:son |sa |ses |la |l'|deux |trois )?{_NEW}{_SITE}",
        plain=True,
        tells="intention",
        fills={"event": "Opened"},
        prior=0.72,
    ),
    Rule(
        "lifecycle.site-opens",
        rf"{_HEAD}{_SITE}{_GAP}(?P<v>(?:doit |doivent |devrait |va |vont |is to |ont |a |sera |vient d')?(?:ouvrir|ouvrira|ouvriront|ouvert|inaugurée?|open))(?= en | à | au | le | dans | début | fin | cet | at | in |[.,;])",
        plain=True,
        fills={"event": "Opened"},
        prior=0.72,
    ),
    Rule(
        "lifecycle.site-whose-opening",
        rf"{_HEAD}{_SITE}[^.;:«»]{{0,40}}?, dont l'ouverture est (?:programmée|prévue|attendue|annoncée)",
        plain=True,
        tells="intention",
        fills={"event": "Opened"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.closes-site",
        rf"(?P<v><neg><modal><neg><aux>(?:ferm(?:e|ent|er|era|eront|erait|é))<pas>) {_ITS}{_SITE}",
        plain=True,
        fills={"event": "Closed"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.closing-of-site",
        rf"(?:la |une )fermeture{_ASIDE} (?:de |d'|du |des )(?:son |sa |ses |la |l'|deux |trois )?{_NEW}{_SITE}",
        plain=True,
        tells="intention",
        fills={"event": "Closed"},
        prior=0.72,
    ),
    Rule(
        "lifecycle.site-closes",
        rf"{_HEAD}{_SITE}(?:{_GAP},|(?: [^.;:«»,]{{2,25}})?)(?: lui,| elle,)? (?P<v>(?:doit |doivent |devrait |va |vont |sera |seront |serait |ont |a |est )?(?:en revanche |définitivement )?(?:fermer|fermera|fermeront|fermerait|fermée?s?|s'arrêtera|s'arrêteront|disparaître|disparaîtra))(?= en | à | au | le | dans | début | fin | cet | d'ici | ses |[.,;])",
        plain=True,
        fills={"event": "Closed"},
        prior=0.74,
    ),
)
