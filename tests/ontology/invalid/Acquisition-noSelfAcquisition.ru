# breaks shape:Acquisition-noSelfAcquisition
INSERT DATA { id:example-acquisition sov:acquirer id:example-brumax }
