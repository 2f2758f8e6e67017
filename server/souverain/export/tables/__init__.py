"""The graph as tables: one for each class of claims, and those that all of them refer to.

    columns    which tables and columns there are
    cells      what stands in a row
    tables     the rows of a selection, table by table
    formulas   making harmless what a spreadsheet would compute

The other modules write a format each.
"""
