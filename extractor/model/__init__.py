"""What things are: plain frozen values of the standard library, shared by every other room."""
