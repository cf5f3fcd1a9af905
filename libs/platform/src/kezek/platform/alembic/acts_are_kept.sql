-- What was signed stays for good (domain §2): nobody changes or takes away a finished act or a receipt, and before that
-- nobody changes what was prepared or brought. Rights alone cannot say so: the same roles finish acts and judge receipts.

CREATE FUNCTION refuse_to_change_what_was_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE = 'insufficient_privilege',
        MESSAGE = TG_OP || ' of ' || TG_TABLE_NAME || ' is refused: what was signed is kept';
END $$;

CREATE TRIGGER act_is_kept BEFORE UPDATE ON act FOR EACH ROW
    WHEN (OLD.outcome IS NOT NULL OR
        (OLD.id, OLD.type, OLD.subject, OLD.actor, OLD.body, OLD.facts, OLD.statement, OLD.created_at, OLD.expires_at)
        IS DISTINCT FROM
        (NEW.id, NEW.type, NEW.subject, NEW.actor, NEW.body, NEW.facts, NEW.statement, NEW.created_at, NEW.expires_at))
    EXECUTE FUNCTION refuse_to_change_what_was_signed();

CREATE TRIGGER act_is_not_deleted BEFORE DELETE ON act FOR EACH ROW
    WHEN (OLD.outcome IS NOT NULL)
    EXECUTE FUNCTION refuse_to_change_what_was_signed();

CREATE TRIGGER act_receipt_is_kept BEFORE UPDATE ON act_receipt FOR EACH ROW
    WHEN (OLD.verdict IS NOT NULL OR
        (OLD.id, OLD.act_id, OLD.actor, OLD.cms, OLD.received_at, OLD.traceparent)
        IS DISTINCT FROM
        (NEW.id, NEW.act_id, NEW.actor, NEW.cms, NEW.received_at, NEW.traceparent))
    EXECUTE FUNCTION refuse_to_change_what_was_signed();

CREATE TRIGGER act_receipt_is_not_deleted BEFORE DELETE ON act_receipt FOR EACH ROW
    EXECUTE FUNCTION refuse_to_change_what_was_signed();
