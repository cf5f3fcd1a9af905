import type { KindergartensRequestView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Chip, Facts, Notice } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import { DecisionForm } from './DecisionForm'
import { requestTexts } from './texts'

/** The form while nobody has decided; then what was decided. */
export function Decision({ request }: { request: KindergartensRequestView }) {
  const t = useTexts(requestTexts)
  const [found] = useState(request.state)
  return (
    <Card labelledBy="decision" marked>
      <h2 id="decision">{t('decide')}</h2>
      {request.state === 'open' ? (
        <DecisionForm request={request} />
      ) : (
        <Decided request={request} now={found === 'open'} />
      )}
    </Card>
  )
}

/** `now`: it was open when the page was. */
function Decided({ request, now }: { request: KindergartensRequestView; now: boolean }) {
  const t = useTexts(requestTexts)
  const language = useLanguage()
  const { state, state_name, decided_at, reason, kindergarten_id } = request
  return (
    <>
      <Notice kind={state === 'approved' ? 'ok' : 'info'} live={now} focused={now}>
        {t(state === 'approved' ? 'approvedNow' : 'refusedNow')}
      </Notice>
      <Chip kind={state === 'approved' ? 'ok' : 'ended'}>{state_name[language]}</Chip>
      <Facts
        items={[
          ...(decided_at ? [{ name: t('decidedAt'), value: formatMoment(decided_at, language) }] : []),
          ...(reason ? [{ name: t('reason'), value: reason.name[language] }] : []),
          ...(reason?.remark ? [{ name: t('remark'), value: reason.remark }] : []),
        ]}
      />
      {kindergarten_id && <Link href={`/kindergartens/${kindergarten_id}`}>{t('openKindergarten')}</Link>}
    </>
  )
}
