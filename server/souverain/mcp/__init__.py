"""The graph for language models: a server of the Model Context Protocol, which only reads.

Every answer names the claims that it stands on, each with its quote, so that it can be cited. It
needs the extra `mcp`; nothing outside this package imports the protocol's SDK.
"""
