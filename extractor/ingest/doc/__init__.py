"""The reader of Word's old binary files (``.doc``, Word 97 to 2003 and WPS). Source: [MS-DOC], [MS-CFB]."""
