# breaks shape:Discrepancy-between
DELETE DATA { id:example-discrepancy-wording sov:between id:example-announcement-report }
