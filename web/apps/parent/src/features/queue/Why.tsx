import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, Fold } from '@kezek/ui'
import { Link } from 'wouter'

import { Ahead } from '../../shared/applications/Ahead'
import { applicationTexts } from '../../shared/applications/texts'
import { useClassName } from '../../shared/applications/useClassName'
import type { PartProps } from './Number'
import { Row } from './Row'
import { queueTexts } from './texts'

/** Why the number is what it is: who stands before, by the class that the law gives, and then by time. */
export function Why({ application, position }: PartProps) {
  const t = useTexts(queueTexts)
  const words = useTexts(applicationTexts)
  const name = useClassName(position?.categories)
  if (position?.ahead == null || position.position === null) return null
  const time = formatNumeric(application.submitted_at)
  const numbered = position.categories.length > 0
  return (
    <Card labelledBy="why">
      <h2 id="why">{words('whyPlace', { n: position.position })}</h2>
      <Row position={position} />
      <Ahead ahead={position.ahead} categories={position.categories} />
      <p>{numbered ? t('numbered') : position.owed > 0 ? t('phaseOwed', { n: position.owed }) : t('phaseFree')}</p>
      <p>{t('ownClass', { class: name(position.queue_class), time })}</p>
      <p>
        {t('nobodyMoves')} <Link href="/rules#order">{t('rules')}</Link>
      </p>
      <Fold summary={t('classes')}>
        <p>
          <strong>{name('extraordinary')}</strong>: {t('extraordinary')}
        </p>
        <p>
          <strong>{name('priority')}</strong>: {t('priority')}
        </p>
        <p>
          <strong>{name('general')}</strong>: {t('general')}
        </p>
        <p>
          <strong>{name('transfer')}</strong>: {t('transfer')}
        </p>
        <p>{t('ground')}</p>
      </Fold>
    </Card>
  )
}
