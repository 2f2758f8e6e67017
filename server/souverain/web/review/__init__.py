"""The review in the browser: on this machine alone, for whoever has the address that was printed.

It is no part of `serve`: another application, on a port of its own, that ends with its command.
"""
