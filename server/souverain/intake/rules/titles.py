"""How an office is written: its words, and the organization whose office it is."""

from __future__ import annotations

from souverain.intake import words

HEAD = (
    r"(?:P-?DG|président[e]?(?:[ -]direct(?:eur|rice)[ -]générale?|-fondat(?:eur|rice))?|vice-présidente?"
    r"|co-?présidente?|direct(?:eur|rice)|co-?direct(?:eur|rice)|DGA?|D[SR]I|DRH|RSSI|CEO|CTO|CFO|COO"
    r"|(?:co-?)?fondat(?:eur|rice)|patronn?e?|(?:co-?)?gérante?|(?:co-?)?dirigeante?|administrat(?:eur|rice)"
    r"|ministre|secrétaire (?:d'[ÉE]tat|générale?)|responsable(?! (?:de la |de l'|du |des |de |d')(?:mauvaise?|échecs?|crise|pertes?|déboires|difficultés|situation|faillite|chute|retards?)\b)|chef(?:fe)?|porte-parole|associée?|partner"
    r"|managing director|finance director|general manager|chief [a-z]+ officer|chairman|chairwoman|chair"
    r"|(?:co-?)?founder|head|(?:numéro |n°\s?)(?:un|deux|trois|[123])|bras droit|déléguée? générale?|commissaire|maire"
    r"|conseill(?:er|ère)|analyste|avocate?|économiste|député[e]?|sénat(?:eur|rice)|trésori(?:er|ère)"
    r"|animat(?:eur|rice)|liquidat(?:eur|rice)|secrétaire(?= d[ue])|membre(?= du (?:conseil|directoire|comité|bureau|CSE))|rédact(?:eur|rice) en chef|contrôleu(?:r|se) de gestion|lieutenant|élue? du personnel|délégué[e]? (?:syndical|du personnel)"
    r"|manager|president|vice-president|chief executive|(?:co-?)?créat(?:eur|rice)|censeur|mandataire)"
)
# « les cofondateurs », which are several persons' office.
HEADS = (
    r"(?:(?:co-?)?fondat(?:eur|rice)s|(?:co-?)?dirigeante?s|(?:co-?)?créat(?:eur|rice)s|(?:co-?)?gérante?s"
    r"|associée?s(?: fondateurs)?|administrat(?:eur|rice)s|(?:co-?)?directeurs|(?:co-?)?présidents|patrons|founders|co-founders)"
)
PRE = (
    r"(?:(?:ex-|anciens? |anciennes? |actuel(?:le)?s? |nouveau |nouvelle |nouvel |futur[e]? |jeune |premier "
    r"|première |célèbre |emblématique |charismatique |discrète? |prochaine? |éphémère |bouillant |très médiatique"
    r" |deux |trois |quatre |former |new |then )*)"
)
# No word of a title: what begins another clause or tells a verb's object.
_STOP = (
    r"(?:qui|que|qu|dont|où|a|ont|est|sont|avait|avaient|était|étaient|sera|seront|serait|va|vont|par|avec"
    r"|depuis|selon|pour|chez|lors|mais|si|ne|n|se|s|y|en tant|dans|sous|après|avant|dès|afin|le|la|les|l|un"
    r"|une|son|sa|ses|leur|leurs|ce|cette|il|elle|et (?:de la|de l'|d'|des|du|de)|puis|comme|au (?:micro|côté|sein)"
    r"|aux côtés|via|entre|vers|jusqu|pendant|mise?|accusée?|soupçonnée?|condamnée?|poursuivie?|limogée?"
    r"|contestée?|évincée?|démissionnaire|actuel(?:le)?|âgée?|who|which|is|was|has|said|says)"
)
_WORD = (
    r"(?:de la|de l'|du|des|de|d'|à la|à l'|aux?|en charge|chargée? d[eu]s?|et|en|&|and|for"
    r"|[a-zéèêàûîôç/-]+)"
)
WORDS = rf"(?:(?:,? (?=chargée? d|en charge d)|(?:(?<=d')| |-))(?!{_STOP}\b){_WORD}){{0,9}}?(?: par intérim)?"
# A title ends with no preposition.
OFFICE = rf"{HEAD}(?:,? (?:et|and) {HEAD})?{WORDS}(?<!\sde)(?<!\sdu)(?<!\sdes)(?<!\sen)(?<!\sà)(?<!\sau)(?<!\set)"
TITLE = rf"(?P<title>{OFFICE})"
TITLES = rf"(?P<title>{HEADS}{WORDS})"
POST = r"(?:la )?(?:tête|direction(?: [a-zéè]+(?:ale|elle|ique|ière|ive|oire))?(?: déléguée)?|co-?direction|présidence|vice-présidence|gérance)"
OR_POST = rf"(?P<title>{OFFICE}|{POST})"
OF = (
    r"(?: actuel(?:le)?)?(?:(?:,? (?:chez|au sein d[eu']|à la tête d[eu']|at|of|auprès d[eu']|dans)| pour) ?(?:l'|la |le |the )?"
    r"| (?:de la|de l'|du|de|d'|des|au|à la|à l') ?)"
)
_NOUNS = "|".join(words.nouns("firms"))
_LED_BY = rf"(?:la |le |l'|les |cette |ce )?(?:(?:{_NOUNS}|ministère|service)(?: [a-zéèêàçôî'-]+){{0,6}}? )?"
ORG = rf"(?:{_LED_BY}(?P<organization><name>(?: (?:et|and) (?:de |d'|du )?<name>(?=\s?[,.;)]|$))?|\ue002+))"
ORG2 = ORG.replace("<organization>", "<organization2>")
DET = r"(?:(?:le |la |l'|son |sa |leur |un |une |les |the |its |a )?)"
AS = (
    r"(?:(?: (?:comme|au poste d[e'u]|en tant qu'|au titre d[e'u]|aux fonctions d[e'u]|à la fonction d[e'u]|en tant que"
    r"|en qualité d[e'u]|au rang d[e'u]|à|as)) ?(?:nouveau |nouvelle |futur |future |son |sa |le |la )?)?"
)
ENDS = (
    r"(?=\s?[,.;:)»–—]|$| en | pour | afin | à compter | à partir | dès | depuis | après | avant | lors "
    r"| le <when>| <when>| et | qui | représentant | au <when>)"
)
