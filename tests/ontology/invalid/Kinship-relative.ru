# breaks shape:Kinship-relative
DELETE DATA { id:example-kinship sov:relative id:example-ada }
