/** What the family adds to its application, checked as the API would check it. */
import {
  api,
  type ApplicationsClaimView,
  type ApplicationsFormView,
  type ApplicationsInformationView,
  unwrap,
} from '@kezek/api'
import { newId } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { useForm } from '@kezek/ui'
import { useFiles } from '@kezek/ui/files'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { PURPOSES } from './purposes'
import { applicationPageTexts } from './texts'

const FIELDS = {
  claim_made_already: 'kind',
  benefit_unknown: 'benefit',
  papers_required: 'add-papers',
  file_used_already: 'add-papers',
  too_many_files: 'add-papers',
  files_too_large: 'add-papers',
} as const

export interface NewClaim {
  kind: 'benefit' | 'special_needs' | null
  benefit: string
  queue: 'correctional' | 'general' | null
}

interface Of {
  information: ApplicationsInformationView
  rules: ApplicationsFormView
  onDone: (claim: ApplicationsClaimView) => void
}

export function useNewClaim({ information, rules, onDone }: Of) {
  const t = useTexts(applicationPageTexts)
  const client = useQueryClient()
  const form = useForm<'kind' | 'benefit' | 'queue' | 'add-papers'>(FIELDS)
  const [claim, setClaim] = useState<NewClaim>({ kind: null, benefit: '', queue: null })
  const [draftId] = useState(newId)
  const { kind, benefit, queue } = claim
  const of = { purpose: PURPOSES[kind ?? 'benefit'], draftId, district: information.district.code }
  const files = useFiles(of, { most: rules.files, megabytes: rules.megabytes })
  const add = useMutation({
    mutationFn: (receipts: string[]) =>
      unwrap(
        api.POST('/api/applications/applications/{application_id}/claims', {
          params: { path: { application_id: information.application_id } },
          body:
            kind === 'special_needs' ? { kind, queue, files: receipts } : { kind: 'benefit', benefit, files: receipts },
        }),
      ),
    onSuccess: async (added) => {
      await client.invalidateQueries({ queryKey: ['applications'] })
      onDone(added)
    },
    onError: form.fail,
  })
  const wrongPapers = () => {
    if (kind === null) return false
    if (files.items.length > 0) return files.hindrance !== null && t('answerWaits')
    return !(kind === 'benefit' && rules.benefit_proved_at_call) && t('answerMissing')
  }
  const send = async () => {
    const right = form.check({
      kind: kind === null && t('addKindMissing'),
      benefit: kind === 'benefit' && benefit === '' && t('addWhichMissing'),
      queue: kind === 'special_needs' && queue === null && t('addQueueMissing'),
      'add-papers': wrongPapers(),
    })
    if (!right || add.isPending) return
    const receipts = await files.receipts()
    if (receipts !== null) add.mutate(receipts)
  }
  const change = (changed: Partial<NewClaim>) => setClaim({ ...claim, ...changed })
  return { form, claim, change, files, send, sending: add.isPending }
}
