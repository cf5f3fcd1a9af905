/** The state of an application: shape, colour and its word. */
import { useTexts } from '@kezek/i18n'
import { Chip, type ChipKind } from '@kezek/ui'

import type { Status } from './model'
import { applicationTexts } from './texts'

const KINDS: Readonly<Record<Status, ChipKind>> = {
  submitted: 'wait',
  under_review: 'wait',
  queued: 'wait',
  notified: 'act',
  referred: 'act',
  papers_submitted: 'wait',
  refusal_review: 'wait',
  stop_listed: 'bad',
  inactive: 'act',
  enrolled: 'ok',
  refused: 'bad',
  removed: 'bad',
  withdrawn: 'ended',
  rejected: 'bad',
  departed: 'ended',
}

export function StateChip({ status }: { status: Status }) {
  const t = useTexts(applicationTexts)
  return (
    <p>
      <Chip kind={KINDS[status]}>{t(`state_${status}`)}</Chip>
    </p>
  )
}
