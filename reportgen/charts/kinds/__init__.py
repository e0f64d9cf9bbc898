"""One file a kind of chart, nothing else; CHARTS in the room above lists them."""
