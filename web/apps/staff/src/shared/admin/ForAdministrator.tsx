/** What only an administrator sees, signed in by EDS; others are told so, and the way on. */
import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { EmptyState, Page, SignedIn } from '@kezek/ui'
import type { ReactNode } from 'react'

import { adminTexts } from './texts'

interface ForAdministratorProps {
  title: string
  children: (me: AuthMe) => ReactNode
}

export function ForAdministrator({ title, children }: ForAdministratorProps) {
  return (
    <SignedIn>
      {(me) =>
        me.roles.includes('administrator') ? (
          children(me)
        ) : (
          <Page narrow title={title}>
            <NotYours />
          </Page>
        )
      }
    </SignedIn>
  )
}

function NotYours() {
  const t = useTexts(adminTexts)
  return (
    <EmptyState title={t('notYours')} action={<a href="/sign-in?next=%2Fstaff&again=1&way=eds">{t('signInByKey')}</a>}>
      {t('notYoursAdvice')}
    </EmptyState>
  )
}
