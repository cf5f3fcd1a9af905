import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'
import { Link } from 'wouter'

import css from './Referral.module.css'
import { referralTexts } from './texts'

/** What to do with the referral, and what to bring. */
export function Todo({ number }: { number: string }) {
  const t = useTexts(referralTexts)
  return (
    <Card labelledBy="todo">
      <h2 id="todo">{t('todo')}</h2>
      <ol className={css.list}>
        <li>{t('call')}</li>
        <li>{t('papers')}</li>
        <li>{t('bring')}</li>
        <li>{t('say', { number })}</li>
        <li>{t('wait')}</li>
      </ol>
      <p>
        <Link href="/manuals/m2#referral">{t('manual')}</Link>
      </p>
    </Card>
  )
}
