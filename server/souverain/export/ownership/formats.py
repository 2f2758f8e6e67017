"""The formats of ownership, as rows of the table."""

from __future__ import annotations

from souverain.export import losses
from souverain.export.format import Format
from souverain.export.losses import Words

FTM_READS = {"Stake": 7, "RoleHolding": 5}
BODS = (
    losses.NOT_IN_FORCE,
    losses.OFFICES,
    losses.FULL_DATES,
    losses.LEGAL_FORM,
    *losses.OWNERSHIP,
)
FTM = (losses.DENIED, losses.BOUNDS, losses.ROUGH, losses.COMPANIES)

OWNERSHIP = (
    Format(
        "bods",
        "application/json",
        "json",
        Words(
            "ownership tools: Beneficial Ownership Data Standard 0.4",
            "les outils de propriété : Beneficial Ownership Data Standard 0.4",
        ),
        (
            losses.NOT_IN_FORCE,
            losses.OFFICES,
            losses.FULL_DATES,
            losses.LEGAL_FORM,
            *losses.OWNERSHIP,
        ),
        "ownership.bods",
        passes={"Stake": 5, "RoleHolding": 4},
    ),
    Format(
        "ftm",
        "application/json+ftm",
        "ftm.json",
        Words(
            "investigators: FollowTheMoney entities, a JSON object a line",
            "les enquêteurs : entités FollowTheMoney, un objet JSON par ligne",
        ),
        (
            losses.DENIED,
            losses.BOUNDS,
            losses.ROUGH,
            losses.COMPANIES,
            losses.TONGUES,
            *losses.OWNERSHIP,
        ),
        "ownership.ftm",
        passes=FTM_READS,
    ),
    Format(
        "ftm-statements",
        "application/json+ftm.statements",
        "statements.json",
        Words(
            "investigators: FollowTheMoney statements, each value with its language",
            "les enquêteurs : énoncés FollowTheMoney, chaque valeur avec sa langue",
        ),
        (*FTM, *losses.OWNERSHIP),
        "ownership.ftm",
        "write_statements",
        passes=FTM_READS,
    ),
)
