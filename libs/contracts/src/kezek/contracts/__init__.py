"""Events, ids and topics shared by every service."""
