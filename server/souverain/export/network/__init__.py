"""The graph as nodes and edges, for tools that draw and measure networks.

    ties       which two entities a claim ties, and what is told of it
    fields     what a node and an edge have, with their types
    network    the nodes and edges of a selection
    markup     writing XML as it is read

The other modules write a format each.
"""
