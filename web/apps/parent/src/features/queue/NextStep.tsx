import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, LinkButton, Notice } from '@kezek/ui'

import { Due } from '../../shared/applications/Due'
import { applicationTexts } from '../../shared/applications/texts'
import type { PartProps } from './Number'
import { WillBeTold } from '../../shared/applications/WillBeTold'
import { queueTexts } from './texts'

/** What to do and until when; for most that is nothing. */
export function NextStep({ application, position }: PartProps) {
  const t = useTexts(queueTexts)
  const words = useTexts(applicationTexts)
  const { application_id: id, state, turn, referral } = application
  return (
    <Card labelledBy="next">
      <h2 id="next">{t('next')}</h2>
      {state.code === 'notified' && turn ? (
        <>
          <Due application={application} />
          <LinkButton href={`/choose/${id}`}>{words('chooseState')}</LinkButton>
        </>
      ) : state.code === 'referred' && referral ? (
        <>
          <Due application={application} />
          <LinkButton href={`/referral/${id}`}>{words('openReferral')}</LinkButton>
        </>
      ) : state.code === 'inactive' ? (
        <>
          <Due application={application} />
          <LinkButton href={`/restore/${id}`}>{words('restore')}</LinkButton>
        </>
      ) : (
        <Nothing application={application} />
      )}
      {position?.by_rounds === true && <ByRounds id={id} />}
    </Card>
  )
}

function Nothing({ application }: Pick<PartProps, 'application'>) {
  const t = useTexts(queueTexts)
  const language = useLanguage()
  const { state, phone, email, stop_listed_until: until } = application
  return (
    <Notice kind="info" title={t('nothing')}>
      {state.code === 'queued' && <WillBeTold phone={phone} email={email} />}
      {until !== null && <p>{t('stopListed', { until: formatDeadline(until, language) })}</p>}
    </Notice>
  )
}

/** Where places are given in rounds, the family's own list decides which. */
function ByRounds({ id }: { id: string }) {
  const t = useTexts(queueTexts)
  return (
    <>
      <p>{t('byRounds')}</p>
      <LinkButton kind="second" href={`/wished/${id}`}>
        {t('wished')}
      </LinkButton>
    </>
  )
}
