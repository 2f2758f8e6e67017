# breaks shape:Review-reviews
DELETE WHERE { id:example-review sov:reviews ?value }
