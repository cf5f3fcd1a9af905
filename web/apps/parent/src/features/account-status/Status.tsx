import type { KindergartensStatusView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Chip, type ChipKind, Facts, LinkButton } from '@kezek/ui'
import { useEffect, useRef } from 'react'

import { accountStatusTexts } from './texts'

const KINDS: Record<KindergartensStatusView['state'], ChipKind> = { open: 'wait', approved: 'ok', refused: 'bad' }

/** Takes the focus when it comes: it is the answer. */
export function Status({ status }: { status: KindergartensStatusView }) {
  const t = useTexts(accountStatusTexts)
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [status])
  const { number, state, state_name, submitted_at, decided_at, reason } = status
  return (
    <Card labelledBy="status">
      <h2 id="status" ref={heading} tabIndex={-1}>
        {t('request', { number })}
      </h2>
      <Chip kind={KINDS[state]}>{state_name[language]}</Chip>
      <p>{t(state)}</p>
      <Facts
        items={[
          { name: t('sentAt'), value: formatMoment(submitted_at, language) },
          ...(decided_at ? [{ name: t('decidedAt'), value: formatMoment(decided_at, language) }] : []),
          ...(reason ? [{ name: t('reason'), value: reason.name[language] }] : []),
          ...(reason?.remark ? [{ name: t('remark'), value: reason.remark }] : []),
        ]}
      />
      {state === 'approved' && <LinkButton href="/sign-in?way=eds">{t('signIn')}</LinkButton>}
      {state === 'refused' && <LinkButton href="/account-request">{t('again')}</LinkButton>}
    </Card>
  )
}
