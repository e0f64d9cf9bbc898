"""Charts that live in Word: their parts in DrawingML, and the workbook each is edited in."""
