# breaks shape:Withdrawal-withdraws
DELETE WHERE { id:example-withdrawal sov:withdraws ?value }
