"""Documents as Word files: the home of python-docx and lxml, one module a part of the format.

Nothing here knows facts or content files. Importing `reportgen.word.body.render` loads neither library; drawing does.
"""
