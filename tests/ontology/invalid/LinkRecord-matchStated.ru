# breaks shape:LinkRecord-matchStated
DELETE DATA { id:example-nuagex skos:exactMatch wd:Q1 }
