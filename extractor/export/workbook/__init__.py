"""``tasks.xlsx``: the ledger as a workbook that staff fill in, filter, print and send to departments."""
