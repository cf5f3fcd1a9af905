/** The child's month as its kindergarten has closed it, which the parent approves where that is asked (domain §8.sheet). */
import { api, type KindergartensOwnSheetView, unwrap } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { fieldTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Chip, Facts, FormBox, ProblemNotice, TextField, useForm } from '@kezek/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { sheetsQuery } from './queries'
import { childAttendanceTexts } from './texts'

export function ClosedMonths({ id, month }: { id: string; month: string }) {
  const { data, error } = useQuery(sheetsQuery(id, month))
  if (error) return <ProblemNotice error={error} />
  return data?.map((sheet) => <ClosedMonth key={sheet.id} application={id} sheet={sheet} />)
}

const COUNTED = ['present', 'illness', 'leave', 'other', 'unmarked'] as const

function ClosedMonth({ application, sheet }: { application: string; sheet: KindergartensOwnSheetView }) {
  const t = useTexts(childAttendanceTexts)
  const language = useLanguage()
  const { id, number, kindergarten, closed_at, asks_parents } = sheet
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{t('sheet', { number })}</h2>
      <p>{t('sheetClosed', { kindergarten: kindergarten[language], time: formatMoment(closed_at, language) })}</p>
      <Facts items={COUNTED.map((what) => ({ name: t(`days_${what}`), value: sheet[what] }))} />
      {asks_parents && <Answer application={application} sheet={sheet} />}
    </Card>
  )
}

interface Said {
  agreed: boolean
  remark: string
}

function Answer({ application, sheet }: { application: string; sheet: KindergartensOwnSheetView }) {
  const t = useTexts(childAttendanceTexts)
  const client = useQueryClient()
  const [disagrees, setDisagrees] = useState(false)
  const saying = useMutation({
    mutationFn: ({ agreed, remark }: Said) =>
      unwrap(
        api.POST('/api/kindergartens/attendance/sheets/{sheet_id}/answers', {
          params: { path: { sheet_id: sheet.id } },
          body: { application_id: application, agreed, remark },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['kindergartens', 'child-attendance'] })
      setDisagrees(false)
    },
  })
  const say = (said: Said) => {
    if (!saying.isPending) saying.mutate(said)
  }
  const { answer } = sheet
  return (
    <>
      <div role="status">
        <Chip kind={answer === null ? 'wait' : answer.agreed ? 'ok' : 'bad'}>
          {t(answer === null ? 'awaitsYou' : answer.agreed ? 'approved' : 'disagreed')}
        </Chip>
        {answer !== null && !answer.agreed && <p>{answer.remark}</p>}
      </div>
      {saying.error && <ProblemNotice error={saying.error} />}
      {disagrees ? (
        <WhatIsWrong onSay={(remark) => say({ agreed: false, remark })} onCancel={() => setDisagrees(false)} />
      ) : (
        <Actions>
          {!answer?.agreed && <Button onClick={() => say({ agreed: true, remark: '' })}>{t('approve')}</Button>}
          <Button kind="second" onClick={() => setDisagrees(true)}>
            {t('disagree')}
          </Button>
        </Actions>
      )}
    </>
  )
}

function WhatIsWrong({ onSay, onCancel }: { onSay: (remark: string) => void; onCancel: () => void }) {
  const t = useTexts(childAttendanceTexts)
  const fields = useTexts(fieldTexts)
  const form = useForm<'wrong'>()
  const [remark, setRemark] = useState('')
  const send = () => {
    if (form.check({ wrong: remark.trim() === '' && fields('missing') })) onSay(remark.trim())
  }
  return (
    <FormBox onSubmit={send}>
      {form.summary}
      <TextField
        id="wrong"
        label={t('whatIsWrong')}
        maxLength={300}
        error={form.errorOf('wrong')}
        value={remark}
        onChange={({ target }) => setRemark(target.value)}
      />
      <Actions>
        <Button type="submit">{t('send')}</Button>
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}
