"""Pages: where things stand on them, from a layout or an estimate, and files as PDFs."""
