/** What only an officer of a district sees, signed in by EDS; others are told so, and the way on. */
import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { EmptyState, Page, SignedIn } from '@kezek/ui'
import type { ReactNode } from 'react'

import { officerSharedTexts } from './texts'

export interface Office {
  me: AuthMe
  /** An officer has one district. */
  district: string
}

interface ForOfficerProps {
  title: string
  children: (office: Office) => ReactNode
}

export function ForOfficer({ title, children }: ForOfficerProps) {
  return (
    <SignedIn>
      {(me) => {
        const district = districtOf(me)
        return district === null ? (
          <Page narrow title={title}>
            <NotYours />
          </Page>
        ) : (
          children({ me, district })
        )
      }}
    </SignedIn>
  )
}

/** Null: no officer, or not signed in as one. */
export function districtOf({ roles, grants }: AuthMe): string | null {
  if (!roles.includes('officer')) return null
  return grants.find(({ role }) => role === 'officer')?.district ?? null
}

function NotYours() {
  const t = useTexts(officerSharedTexts)
  return (
    <EmptyState title={t('notYours')} action={<a href="/sign-in?next=%2Fstaff&again=1&way=eds">{t('signInByKey')}</a>}>
      {t('notYoursAdvice')}
    </EmptyState>
  )
}
