"""When and where something was made, and before which court it came: what rules of lives share."""

from __future__ import annotations

AT = r"(?:,? (?:en |le |à |au |aux |il y a |dès |fin |début |depuis |in |on |from |dans le courant de )?)"
# When and where it was, and by whom: what a claim of a creation quotes.
ROUND = rf"(?:{AT}(?:<when>|<place>)|,? (?:à|in) <name>(?=,? (?:en |in |au |dès |par )?<when>)){{1,2}}(?:,? (?:par|by) <parties>)?"
COURT = r"(?:redressement|liquidation|procédure de sauvegarde|sauvegarde|faillite|cessation des? paiements?|receivership|administration)(?: judiciaire)?"
