# breaks shape:Funding-withinProgramme
INSERT DATA { id:example-funding sov:withinProgramme id:example-ville }
