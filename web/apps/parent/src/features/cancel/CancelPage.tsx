/** Cancelling the referral within its hours («Жолдаманы жою», M2.39): until when and what follows, then the signature. */
import { api, type AuthMe, type ReferralsCandidateView, type ReferralsReferralView, unwrap } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, BackLink, Card, Facts, LinkButton, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { candidateQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { kindergartenQuery } from '../../shared/kindergartens/queries'
import { SignLeaving } from '../../shared/leaving/SignLeaving'
import { What } from '../../shared/leaving/What'
import { cancelTexts } from './texts'

export default function CancelPage() {
  return <SignedIn>{(me) => <Asked me={me} />}</SignedIn>
}

function Asked({ me }: { me: AuthMe }) {
  const t = useTexts(cancelTexts)
  const { id = '' } = useParams()
  const query = useQuery(candidateQuery(id))
  return (
    <>
      <BackLink href={`/referral/${id}`}>{t('back')}</BackLink>
      <Page narrow title={t('title')}>
        <Loaded query={query}>{(candidate) => <Known me={me} candidate={candidate} />}</Loaded>
      </Page>
    </>
  )
}

/** While it is signed the state becomes another by that very signature: what was agreed to stays. */
function Known({ me, candidate }: { me: AuthMe; candidate: ReferralsCandidateView }) {
  const t = useTexts(cancelTexts)
  const [{ referral, until }] = useState({ referral: candidate.referral, until: candidate.cancel_before })
  if (referral === null || until === null)
    return (
      <Notice title={t('notNow')}>
        <p>{t('notNowMore')}</p>
      </Notice>
    )
  const id = candidate.application_id
  return (
    <>
      <Which referral={referral} until={until} />
      <What lines={[t('void'), t('queued'), t('noMiss'), t('passedOn'), t('noUndo')]} />
      <SignLeaving
        id={id}
        type="referrals.cancel"
        name={referral.referral_id}
        label={t('sign')}
        language={me.language}
        prepare={() => prepare(id, referral.referral_id)}
      />
      <Actions>
        <LinkButton href={`/referral/${id}`} kind="second">
          {t('keep')}
        </LinkButton>
      </Actions>
    </>
  )
}

function prepare(application_id: string, referral_id: string) {
  const params = { path: { application_id, referral_id } }
  return unwrap(
    api.POST('/api/referrals/applications/{application_id}/referrals/{referral_id}/cancellation/acts', { params }),
  )
}

function Which({ referral, until }: { referral: ReferralsReferralView; until: string }) {
  const t = useTexts(cancelTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const garden = useQuery(kindergartenQuery(referral.kindergarten_id)).data
  return (
    <Card labelledBy="which">
      <h2 id="which">{t('which')}</h2>
      <Facts
        items={[
          { name: t('number'), value: referral.number },
          { name: t('garden'), value: garden?.name[language] ?? words('gardenUnknown') },
          { name: t('until'), value: formatDeadline(until, language) },
        ]}
      />
      <p>{t('untilMore')}</p>
    </Card>
  )
}
