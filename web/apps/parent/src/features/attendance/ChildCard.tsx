/** A child with big buttons for what can happen next. */
import type { KindergartensEntrustedChildView, KindergartensMarkKind, KindergartensPresence } from '@kezek/api'
import { formatHour } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Chip, type ChipKind, Small } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import type { Shown } from './presence'
import { attendanceTexts } from './texts'

interface ChildCardProps {
  child: KindergartensEntrustedChildView
  shown: Shown
  onMark: (kind: KindergartensMarkKind) => Promise<void>
}

const CHIPS: Readonly<Record<KindergartensPresence, ChipKind>> = {
  awaited: 'wait',
  there: 'ok',
  gone: 'ended',
  absent: 'ended',
}

export function ChildCard({ child, shown, onMark }: ChildCardProps) {
  const t = useTexts(attendanceTexts)
  const language = useLanguage()
  const [failed, setFailed] = useState(false)
  const { application_id, given_name, surname, kindergarten, own } = child
  const name = `${given_name} ${surname}`
  const press = (kind: KindergartensMarkKind) => {
    setFailed(false)
    onMark(kind).catch(() => setFailed(true))
  }
  const there = shown.presence === 'there'
  return (
    <Card labelledBy={`child-${application_id}`}>
      <h2 id={`child-${application_id}`}>{name}</h2>
      <p>{kindergarten.name[language]}</p>
      <div role="status">
        <Chip kind={CHIPS[shown.presence]}>{t(shown.presence)}</Chip>
        {shown.arrived_at && <p>{t('arrivedAt', { time: formatHour(shown.arrived_at) })}</p>}
        {shown.left_at && <p>{t('leftAt', { time: formatHour(shown.left_at) })}</p>}
        {shown.unsent && <Small>{t('notSentYet')}</Small>}
        {failed && <p>{t('notKept')}</p>}
      </div>
      <Actions>
        {there ? (
          <Button aria-label={t('leaveOf', { name })} onClick={() => press('leaving')}>
            {t('leave')}
          </Button>
        ) : (
          <Button aria-label={t('arriveOf', { name })} onClick={() => press('arrival')}>
            {t('arrive')}
          </Button>
        )}
        {shown.presence === 'awaited' && (
          <Button kind="second" aria-label={t('leaveOf', { name })} onClick={() => press('leaving')}>
            {t('leave')}
          </Button>
        )}
      </Actions>
      {own && (
        <p>
          <Link href={`/attendance/${application_id}`}>{t('month')}</Link>
        </p>
      )}
    </Card>
  )
}
