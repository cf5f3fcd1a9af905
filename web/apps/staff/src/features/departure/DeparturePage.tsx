/** «Обработка убытия»: when and why a child has left, signed, and then its place (domain §7.roster, M1 §4). */
import type { KindergartensDeparted, KindergartensDepartureBody, KindergartensEnrolledChildView } from '@kezek/api'
import { formatIin, formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { BackLink, Card, Facts, LinkButton, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { childQuery } from '../../shared/roster/queries'
import { rosterSharedTexts } from '../../shared/roster/texts'
import { nameOf, useGroupName } from '../../shared/roster/words'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { Done } from './Done'
import { FormStep } from './FormStep'
import { SignStep } from './SignStep'
import { departureTexts } from './texts'

export default function DeparturePage() {
  const t = useTexts(departureTexts)
  const shared = useTexts(rosterSharedTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/roster">{shared('list')}</BackLink>
      <AtWork title={t('title')}>{(work) => <Departure key={id} {...work} id={id} />}</AtWork>
    </>
  )
}

export interface Leaving extends Work {
  child: KindergartensEnrolledChildView
}

function Departure({ id, ...work }: Work & { id: string }) {
  const query = useQuery(childQuery(work.kindergarten.id, id))
  return <Loaded query={query}>{({ child }) => <Steps {...work} child={child} />}</Loaded>
}

/** What is typed stands in no address: it may tell of a family. */
function Steps(leaving: Leaving) {
  const t = useTexts(departureTexts)
  const [departure, setDeparture] = useState<KindergartensDepartureBody | null>(null)
  const [signing, setSigning] = useState(false)
  const [done, setDone] = useState<KindergartensDeparted | null>(null)
  const { child } = leaving
  if (done) return <Done child={child} result={done} />
  return (
    <Page narrow title={t('title')}>
      <Card>
        <About child={child} />
      </Card>
      {child.ended_on !== null ? (
        <Gone child={child} />
      ) : signing && departure ? (
        <SignStep {...leaving} departure={departure} onDone={setDone} onChange={() => setSigning(false)} />
      ) : (
        <FormStep
          typed={departure}
          onNext={(next) => {
            setDeparture(next)
            setSigning(true)
          }}
        />
      )}
    </Page>
  )
}

function About({ child }: Pick<Leaving, 'child'>) {
  const t = useTexts(departureTexts)
  const shared = useTexts(rosterSharedTexts)
  const groupName = useGroupName()
  return (
    <Facts
      items={[
        { name: shared('iin'), value: formatIin(child.iin) },
        { name: shared('name'), value: nameOf(child) },
        { name: t('group'), value: groupName(child) },
        { name: shared('referral'), value: child.referral_number },
        { name: shared('accepted'), value: formatNumeric(child.accepted_at) },
      ]}
    />
  )
}

/** It has left already, as a colleague may have signed. */
function Gone({ child }: Pick<Leaving, 'child'>) {
  const t = useTexts(departureTexts)
  return (
    <Notice title={t('gone', { day: formatNumeric(child.ended_on ?? '') })}>
      <LinkButton href={`/roster/${child.enrolment_id}`} kind="second">
        {t('toChild')}
      </LinkButton>
    </Notice>
  )
}
