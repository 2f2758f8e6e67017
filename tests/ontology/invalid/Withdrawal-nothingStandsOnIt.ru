# breaks shape:Withdrawal-nothingStandsOnIt
INSERT DATA { id:example-announcement-report sov:about id:example-opinion-doubt }
