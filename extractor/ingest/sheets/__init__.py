"""Workbooks (XLSX, XLS): each sheet that is shown is a table of the text, its figures as they are printed."""
