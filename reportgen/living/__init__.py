"""Files that know their figures: verified, refreshed, pulled home and told apart."""
