"""What waited for the morning may be overtaken by then; a turn is told to every contact known, each once."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATES = "alter table message drop constraint ck_message_state, add constraint ck_message_state check (state in ({}))"


def upgrade() -> None:
    op.execute(STATES.format("'pending', 'sending', 'sent', 'failed', 'overtaken'"))
    op.execute("""
        alter table message drop constraint uq_message_application_id_about_channel,
        add constraint uq_message_application_id_about_channel_recipient
            unique (application_id, about, channel, recipient)
    """)


def downgrade() -> None:
    # the release before has no timer that would let go what waits for the morning
    op.execute("update job set run_at = now() where run_at = 'infinity'")
    op.execute("delete from deadline where kind = 'morning'")
    op.execute("delete from message where state = 'overtaken'")
    op.execute(STATES.format("'pending', 'sending', 'sent', 'failed'"))
    op.execute("""
        delete from message using message as first
        where first.application_id = message.application_id and first.about = message.about
            and first.channel = message.channel and first.id < message.id
    """)
    op.execute("""
        alter table message drop constraint uq_message_application_id_about_channel_recipient,
        add constraint uq_message_application_id_about_channel unique (application_id, about, channel)
    """)
