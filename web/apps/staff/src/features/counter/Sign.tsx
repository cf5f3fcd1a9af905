import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Button, Card, Notice } from '@kezek/ui'

import type { Looked } from './Look'
import type { Filled } from './Paper'
import { counterTexts } from './texts'

interface SignProps {
  looked: Looked
  filled: Filled
  /** The form's own id: nothing of a person. */
  name: string
  language: string
  onBack: () => void
  onDone: (entered: { application_id: string; number: string }) => void
}

/** What the officer signs; auth says first by which account the applicant is known. */
export function Sign({ looked, filled, name, language, onBack, onDone }: SignProps) {
  const t = useTexts(counterTexts)
  const act = useAct({
    type: 'applications.enter-at-counter',
    name,
    prepare: async () => {
      const of = { iin: looked.applicant_iin, language: filled.language }
      const { person } = await unwrap(api.POST('/api/auth/counter/people', { body: of }))
      return unwrap(api.POST('/api/applications/desk/counter/acts', { body: { ...filled, person } }))
    },
    onDone,
  })
  useStatementIn(language, act)
  return (
    <Card labelledBy="signature">
      <h2 id="signature">{t('signTitle')}</h2>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          <p>{t('afterText')}</p>
        </Notice>
      </SignPanel>
      {act.state.at !== 'done' && (
        <Button kind="second" onClick={onBack}>
          {t('change')}
        </Button>
      )}
    </Card>
  )
}
