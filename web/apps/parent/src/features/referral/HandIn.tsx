/** The admission papers of this referral: to be handed in, returned, or with the kindergarten (domain §8.papers). */
import { useTexts } from '@kezek/i18n'
import { Card, LinkButton } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { awaitedQuery } from '../../shared/applications/admissions'
import { referralTexts } from './texts'

export function HandIn({ application, referral }: { application: string; referral: string }) {
  const t = useTexts(referralTexts)
  const { data } = useQuery(awaitedQuery)
  const child = data?.find(({ referral_id: id }) => id === referral)
  if (!child) return null
  const { may_submit: may, state, papers_first: first } = child
  return (
    <Card labelledBy="hand-in" marked={may && (first || state === 'rejected') ? 'act' : false}>
      <h2 id="hand-in">{t('handIn')}</h2>
      {may && <p>{t(state === 'rejected' ? 'handInAgain' : first ? 'handInFirst' : 'handInMay')}</p>}
      {may && <LinkButton href="/papers">{t('handInNow')}</LinkButton>}
      {state !== null && (
        <LinkButton href={`/admissions/${application}/${referral}`} kind="second">
          {t('handedIn')}
        </LinkButton>
      )}
    </Card>
  )
}
