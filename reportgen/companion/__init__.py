"""The workbook that goes with a briefing: its figures as numbers, one table a sheet, in all its languages."""
