"""Charts made in numbers: kept from build to build, drawn by several processes, shown on one page."""
