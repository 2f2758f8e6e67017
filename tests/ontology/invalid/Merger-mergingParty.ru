# breaks shape:Merger-mergingParty
DELETE DATA { id:example-merger sov:mergingParty id:example-brumax }
