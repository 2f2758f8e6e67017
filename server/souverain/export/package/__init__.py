"""The graph as a package: its tables, or all of it, with a description that programs read.

datapackage   Frictionless Data Package 2.0: tables, their types and keys
croissant     Croissant 1.0: tables as sets of records, for machine learning
rocrate       RO-Crate 1.2: the graph, its tables, and where they come from
"""
