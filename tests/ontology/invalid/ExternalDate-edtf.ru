# breaks shape:ExternalDate-edtf
DELETE { id:example-external-start sov:edtf ?value }
INSERT { id:example-external-start sov:edtf "in 2012" }
WHERE { id:example-external-start sov:edtf ?value }
