import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { EmptyState, LinkButton } from '@kezek/ui'

import { passwordTexts } from './texts'

/** Who is no worker needs none; who is one must be here as one. */
export function NotHere({ me }: { me: AuthMe }) {
  const t = useTexts(passwordTexts)
  if (!me.grants.some(({ role }) => role === 'worker'))
    return <EmptyState title={t('notWorker')}>{t('notWorkerAdvice')}</EmptyState>
  if (me.must_choose_workplace)
    return (
      <EmptyState title={t('choosePlace')} action={<a href="/staff">{t('workroom')}</a>}>
        {t('choosePlaceAdvice')}
      </EmptyState>
    )
  const address = '/sign-in?next=%2Fsettings%2Fpassword&again=1&way=eds'
  return (
    <EmptyState title={t('byKey')} action={<LinkButton href={address}>{t('signInByKey')}</LinkButton>}>
      {t('byKeyAdvice')}
    </EmptyState>
  )
}
