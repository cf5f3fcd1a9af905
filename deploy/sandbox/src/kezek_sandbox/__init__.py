"""The outside systems, played by their own protocols: registers, SMS, mail, certificate authority, clock."""
