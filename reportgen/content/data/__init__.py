"""Files of figures: CSV tables and workbooks as tables whose cells remember where they stand."""
