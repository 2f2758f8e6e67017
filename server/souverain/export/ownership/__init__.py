"""Who owns what, for the tools that trace it: Open Ownership's BODS, and FollowTheMoney.

parties     who is named by the stakes that are written
sentences   what neither format has a field for, said in words
bods        BODS 0.4: the array, and `statements`, `interests` for its parts
ftm         FollowTheMoney: `entities`, and the two forms in which they are written
"""
