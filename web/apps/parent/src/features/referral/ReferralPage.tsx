/** The referral of an application: until when to come where, what to do there, and the paper of it. */
import type { ApplicationsInformationView, ReferralsCandidateView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, BackLink, EmptyState, LinkButton, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { fullName } from '../../shared/applications/model'
import { applicationQuery, candidateQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { Acts } from './Acts'
import { AtCounter } from './AtCounter'
import { EndingPaper } from './EndingPaper'
import { Enrolled } from './Enrolled'
import { HandIn } from './HandIn'
import { Kindergarten } from './Kindergarten'
import { Now } from './Now'
import { Paper } from './Paper'
import { referralTexts } from './texts'
import { Todo } from './Todo'

export default function ReferralPage() {
  const { id = '' } = useParams()
  return <SignedIn>{() => <Referral id={id} />}</SignedIn>
}

function Referral({ id }: { id: string }) {
  const t = useTexts(referralTexts)
  const words = useTexts(applicationTexts)
  const candidate = useQuery(candidateQuery(id))
  const application = useQuery(applicationQuery(id))
  const number = candidate.data?.referral?.number
  const child = application.data?.information.child
  return (
    <>
      <BackLink href="/cabinet">{words('children')}</BackLink>
      <Page narrow title={number === undefined ? t('title') : t('titleOf', { number })} lead={child && fullName(child)}>
        <Loaded query={application}>
          {({ information }) => (
            <Loaded query={candidate}>{(found) => <Shown application={information} candidate={found} />}</Loaded>
          )}
        </Loaded>
        {candidate.data && <AsOf at={candidate.dataUpdatedAt} />}
      </Page>
    </>
  )
}

interface ShownProps {
  application: ApplicationsInformationView
  candidate: ReferralsCandidateView
}

function Shown({ application, candidate }: ShownProps) {
  const { referral, status } = candidate
  if (!referral) return <None id={application.application_id} />
  return (
    <>
      <Now application={application} candidate={candidate} referral={referral} />
      <HandIn application={application.application_id} referral={referral.referral_id} />
      <Acts application={application.application_id} candidate={candidate} />
      {status === 'enrolled' && <Enrolled application={application} />}
      <Kindergarten referral={referral} />
      {status === 'referred' && <Todo referral={referral.referral_id} number={referral.number} />}
      {(status === 'refused' || status === 'departed') && (
        <EndingPaper application={application.application_id} kind={status === 'refused' ? 'refusal' : 'departure'} />
      )}
      <AtCounter application={application.application_id} referral={referral.referral_id} />
      <Paper application={application.application_id} referral={referral} />
    </>
  )
}

function None({ id }: { id: string }) {
  const t = useTexts(referralTexts)
  return (
    <EmptyState title={t('none')} action={<LinkButton href={`/choose/${id}`}>{t('choose')}</LinkButton>}>
      {t('noneAbout')}
    </EmptyState>
  )
}
