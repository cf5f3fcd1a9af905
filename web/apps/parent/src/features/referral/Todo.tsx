import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { awaitedQuery } from '../../shared/applications/admissions'
import css from './Referral.module.css'
import { referralTexts } from './texts'

/** What to do with the referral: hand the papers in where they come first, else come with them (domain §7, §8). */
export function Todo({ referral, number }: { referral: string; number: string }) {
  const t = useTexts(referralTexts)
  const { data, isPending } = useQuery(awaitedQuery)
  if (isPending) return null
  const papersFirst = data?.find(({ referral_id: id }) => id === referral)?.papers_first ?? false
  return (
    <Card labelledBy="todo">
      <h2 id="todo">{t('todo')}</h2>
      {papersFirst ? <HandInFirst /> : <Come number={number} />}
      <p>
        <Link href={papersFirst ? '/manuals/m5' : '/manuals/m2#referral'}>{t('manual')}</Link>
      </p>
    </Card>
  )
}

function Come({ number }: { number: string }) {
  const t = useTexts(referralTexts)
  return (
    <ol className={css.list}>
      <li>{t('call')}</li>
      <li>{t('papers')}</li>
      <li>{t('bring')}</li>
      <li>{t('say', { number })}</li>
      <li>{t('wait')}</li>
    </ol>
  )
}

function HandInFirst() {
  const t = useTexts(referralTexts)
  return (
    <ol className={css.list}>
      <li>{t('photograph')}</li>
      <li>{t('sendPapers')}</li>
      <li>{t('waitForAnswer')}</li>
    </ol>
  )
}
