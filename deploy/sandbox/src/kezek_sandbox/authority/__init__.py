"""The certificate authority: keys of the national profile for anybody, and signatures, right and wrong."""
