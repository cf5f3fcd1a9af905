import { api, type AuthMe, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { SignCard } from '../../shared/rules/SignCard'
import { forgetUnsigned } from '../../shared/rules/unsigned'
import { addressOf } from './address'
import type { TemplateWords, Whose } from './queries'
import { contractsTexts } from './texts'

interface SignStepProps {
  me: AuthMe
  whose: Whose
  words: TemplateWords
  /** The version that is in force. */
  version: number
  /** Under which it was kept unsigned. */
  draft: string
  onBack: () => void
}

export function SignStep({ me, whose, words, version, draft, onBack }: SignStepProps) {
  const t = useTexts(contractsTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { district, ownership } = whose
  const act = useAct({
    type: 'documents.publish-contract-template',
    name: [draft, version, words.kk.length, words.ru.length].join('.'), // another tab may change something else
    prepare: () =>
      unwrap(api.POST('/api/documents/contract-templates/acts', { body: { district, ownership, ...words } })),
    onDone: () => {
      forgetUnsigned(draft)
      void client.invalidateQueries({ queryKey: ['documents'] })
      navigate(`${addressOf({ district, ownership })}&signed=1`, { replace: true })
    },
  })
  useStatementIn(me.language, act)
  return <SignCard act={act} after={t('after')} afterMore={t('afterMore')} back={t('back')} onBack={onBack} />
}
