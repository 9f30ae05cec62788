"""The ledger's days as a calendar that Outlook, Thunderbird and phones read (iCalendar, RFC 5545)."""
