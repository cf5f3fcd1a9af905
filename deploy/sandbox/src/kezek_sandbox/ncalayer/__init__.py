"""NCALayer as a person's own machine runs it, and the reader beside it: both protocols of domain §11, on loopback."""
