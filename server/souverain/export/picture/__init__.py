"""Pictures of who holds what, as the source of tools that draw them.

    drawing   what is drawn: parties, and an arrow for each stake, with its words and its look

The other modules write a format each.
"""
