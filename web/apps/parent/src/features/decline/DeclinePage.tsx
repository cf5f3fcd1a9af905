/** Declining the offered place where that costs the place in the queue: what follows, then the signature (domain §9.profiles). */
import { api, type ReferralsCandidateView, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, LinkButton, Loaded, Notice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { candidateQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { type Leaving, LeavingPage } from '../../shared/leaving/LeavingPage'
import { SignLeaving } from '../../shared/leaving/SignLeaving'
import { What } from '../../shared/leaving/What'
import { declineTexts } from './texts'

export default function DeclinePage() {
  const words = useTexts(applicationTexts)
  return (
    <LeavingPage
      title={words('decline')}
      may={(status) => status === 'notified' || status === 'referred'}
      way={(leaving) => <Asked {...leaving} />}
      notNow={() => <NotNow />}
    />
  )
}

function Asked(leaving: Leaving) {
  const query = useQuery(candidateQuery(leaving.application.application_id))
  return <Loaded query={query}>{(candidate) => <Known {...leaving} candidate={candidate} />}</Loaded>
}

/** While it is signed the state becomes another by that very signature: what was agreed to stays. */
function Known({ application, me, candidate }: Leaving & { candidate: ReferralsCandidateView }) {
  const [{ offered, may }] = useState({ offered: application, may: candidate.may_decline })
  return may ? <Way application={offered} language={me.language} /> : <NotNow />
}

function Way({ application, language }: Pick<Leaving, 'application'> & { language: string }) {
  const t = useTexts(declineTexts)
  const words = useTexts(applicationTexts)
  const spoken = useLanguage()
  const { application_id: id, child, turn, referral, transfer } = application
  const garden = (turn ?? referral)?.kindergarten?.name[spoken] ?? words('gardenUnknown')
  return (
    <>
      <What
        lines={[
          t('place', { garden }),
          !turn && referral && t('referral', { number: referral.number }),
          t('position', { name: child.given_name }),
          transfer?.lasts ? words('againElsewhere') : t('again'),
        ]}
      >
        <p>
          <strong>{t('noUndo')}</strong>
        </p>
      </What>
      <SignLeaving
        id={id}
        type="referrals.decline"
        name={id}
        label={t('sign')}
        language={language}
        prepare={() => prepare(id)}
      />
      <Actions>
        <LinkButton href={turn ? `/choose/${id}` : `/referral/${id}`} kind="second">
          {t('keep')}
        </LinkButton>
      </Actions>
    </>
  )
}

function prepare(application_id: string) {
  const params = { path: { application_id } }
  return unwrap(api.POST('/api/referrals/applications/{application_id}/declining/acts', { params }))
}

function NotNow() {
  const t = useTexts(declineTexts)
  return (
    <Notice title={t('notNow')}>
      <p>{t('notNowMore')}</p>
    </Notice>
  )
}
