# breaks shape:Entity-isReplacedBy
INSERT DATA { id:example-brumax dcterms:isReplacedBy article:example }
