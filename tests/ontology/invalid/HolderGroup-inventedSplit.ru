# breaks shape:HolderGroup-inventedSplit
INSERT DATA {
    id:example-stake-invented a sov:Stake ;
        sov:assertedIn article:example ;
        sov:asOf <https://w3id.org/souverain/articles/example#published> ;
        sov:modality sov:Announced ;
        sov:status sov:Planned ;
        sov:evidence id:evidence-example-820-870 ;
        sov:holder id:example-ada ;
        sov:target id:example-nuagex ;
        sov:interest sov:Unspecified ;
        sov:directness sov:Direct ;
        sov:stakeBasis sov:Range ;
        sov:percentageMin 0.2
}
