"""Documents as Word files: the home of lxml, one module a part of the format.

Nothing here knows facts or content files. Rendering in a look loads no foreign library; a person's file loads lxml.
"""
