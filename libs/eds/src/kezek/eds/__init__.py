"""Electronic digital signatures: challenge, CMS verification, certificate chain."""
