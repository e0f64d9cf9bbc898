"""Documents as Word files: the home of python-docx and lxml, one module a part of the format.

Nothing here knows facts or content files. Importing this package loads neither library; `reportgen.word.render` does.
"""
