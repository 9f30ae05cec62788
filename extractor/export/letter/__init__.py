"""A reminder to one department in the form of an official letter (GB/T 9704-2012): its words, and its page."""
