"""Documents of LibreOffice and other programs that write OpenDocument: texts (ODT) and sheets (ODS)."""
