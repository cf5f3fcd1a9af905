import type { ApplicationsInformationView, QueuePositionView } from '@kezek/api'
import { formatSince } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'

import { Position } from '../../shared/applications/Position'
import { StateChip } from '../../shared/applications/StateChip'
import { queueTexts } from './texts'

export interface PartProps {
  application: ApplicationsInformationView
  position: QueuePositionView | null
}

/** The number, or why there is none. */
export function Number({ application, position }: PartProps) {
  const t = useTexts(queueTexts)
  const language = useLanguage()
  const { state } = application
  return (
    <Card marked>
      <StateChip status={state.code} />
      {position?.position != null && <Position position={position.position} of={position.in_order} />}
      {position === null && <p role="status">{t('coming')}</p>}
      {position?.being_called === true && <p role="status">{t('beingCalled')}</p>}
      {position?.waiting === false && <p>{t('notInOrder', { count: position.in_order })}</p>}
      <p>{t('stateSince', { since: formatSince(state.since, language) })}</p>
    </Card>
  )
}
