"""The graph for the web and for science: told in vocabularies that crawlers and catalogues know.

    facts        what a selection says of a thing, for sentences about it
    things       people, organizations, quotes and claims in the words of schema.org
    relations    who owns what and who serves whom, in the same words
    trusty       IRIs that hold the hash of what they name
    authorities  the lists of the European Union from which a portal takes its words
    triples      what is said of things, as Turtle
    named        what a description names: who, under which licence, of where and when
    copies       the files that a description lists
    void         how much there is of what

The other modules write a format each.
"""
