import { api, unwrap } from '@kezek/api'
import { formQuery } from '@kezek/application-form'
import { newId } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, Card, FormBox, Loaded, TextArea, useForm } from '@kezek/ui'
import { type Files, FilesField, useFiles } from '@kezek/ui/files'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { refusalPageTexts } from './texts'

interface AnswerProps {
  application: string
  district: string
  /** How often one may still answer. */
  left: number
}

/** The family's word, with scans if it has any: not signed, and read by the officer beside the kindergarten's reason. */
export function Answer(props: AnswerProps) {
  const t = useTexts(refusalPageTexts)
  const query = useQuery(formQuery(props.district))
  return (
    <Card labelledBy="answer">
      <h2 id="answer">{t('answer')}</h2>
      <p>{t('answerAbout')}</p>
      <Loaded query={query}>{({ files, megabytes }) => <Word {...props} limits={{ most: files, megabytes }} />}</Loaded>
    </Card>
  )
}

function Word({ application, district, left, limits }: AnswerProps & { limits: Files['limits'] }) {
  const t = useTexts(refusalPageTexts)
  const client = useQueryClient()
  const form = useForm<'words' | 'papers'>({ file_used_already: 'papers' })
  const [words, setWords] = useState('')
  const [draftId] = useState(newId)
  const files = useFiles({ purpose: 'refusal_answer', draftId, district }, limits)
  const answer = useMutation({
    mutationFn: (receipts: string[]) =>
      unwrap(
        api.POST('/api/referrals/applications/{application_id}/refusal/answers', {
          // what is sent twice counts once: the draft goes with one answer
          params: { path: { application_id: application }, header: { 'Idempotency-Key': draftId } },
          body: { words: words.trim(), files: receipts },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['referrals'] }),
    onError: form.fail,
  })
  const send = async () => {
    const wrong = {
      words: words.trim() === '' && t('answerMissing'),
      papers: files.hindrance !== null && t('waitsForFile'),
    }
    if (!form.check(wrong) || answer.isPending) return
    const receipts = files.items.length === 0 ? [] : await files.receipts()
    if (receipts !== null) answer.mutate(receipts)
  }
  return (
    <FormBox onSubmit={() => void send()}>
      {form.summary}
      <TextArea
        id="words"
        label={t('yourWords')}
        hint={t('yourWordsHint', { n: left })}
        error={form.errorOf('words')}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <FilesField id="papers" files={files} legend={t('papers')} error={form.errorOf('papers')} />
      <Button type="submit" aria-disabled={answer.isPending}>
        {answer.isPending ? t('sending') : t('send')}
      </Button>
    </FormBox>
  )
}
