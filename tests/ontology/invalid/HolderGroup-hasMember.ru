# breaks shape:HolderGroup-hasMember
DELETE DATA { id:example-attelage org:hasMember id:example-cirus }
