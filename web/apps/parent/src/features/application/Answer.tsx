import { api, type ApplicationsClaimView, unwrap } from '@kezek/api'
import { formQuery } from '@kezek/application-form'
import { newId } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, FormBox, Loaded, useForm } from '@kezek/ui'
import { type Files, FilesField, useFiles } from '@kezek/ui/files'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { PURPOSES } from './purposes'
import { applicationPageTexts } from './texts'

export interface AnswerProps {
  application: string
  district: string
  claim: ApplicationsClaimView
}

/** New papers for what an officer asks: sent without a signature, the time of the application stays. */
export default function Answer(props: AnswerProps) {
  const query = useQuery(formQuery(props.district))
  return (
    <Loaded query={query}>{({ files, megabytes }) => <Papers {...props} limits={{ most: files, megabytes }} />}</Loaded>
  )
}

function Papers({ application, district, claim, limits }: AnswerProps & { limits: Files['limits'] }) {
  const t = useTexts(applicationPageTexts)
  const client = useQueryClient()
  const form = useForm<'papers'>({ file_used_already: 'papers' })
  const [draftId] = useState(newId)
  const files = useFiles({ purpose: PURPOSES[claim.kind], draftId, district }, limits)
  const answer = useMutation({
    mutationFn: (receipts: string[]) =>
      unwrap(
        api.POST('/api/applications/applications/{application_id}/claims/{claim_id}/papers', {
          params: { path: { application_id: application, claim_id: claim.claim_id } },
          body: { files: receipts },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['applications'] }),
    onError: form.fail,
  })
  const send = async () => {
    const wrong = files.items.length === 0 ? t('answerMissing') : files.hindrance !== null && t('answerWaits')
    if (!form.check({ papers: wrong }) || answer.isPending) return
    const receipts = await files.receipts()
    if (receipts !== null) answer.mutate(receipts)
  }
  return (
    <FormBox onSubmit={() => void send()}>
      {form.summary}
      <FilesField
        id="papers"
        files={files}
        legend={t('answer')}
        hint={t('answerHint')}
        error={form.errorOf('papers')}
      />
      <Button type="submit" aria-disabled={answer.isPending}>
        {answer.isPending ? t('answering') : t('sendAnswer')}
      </Button>
    </FormBox>
  )
}
