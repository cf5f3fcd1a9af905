/** Join a registered kindergarten, approve as a new one with checked names, or refuse with a reason. */
import type { KindergartensRequestView } from '@kezek/api'
import { newId } from '@kezek/domain'
import { LANGUAGE_NAMES, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, type Choice, FormBox, RadioGroup, Stack, TextArea, useForm } from '@kezek/ui'
import { useState } from 'react'

import { Trilingual } from '../../shared/admin/Trilingual'
import { decidedBy, REASONS, type Way } from './decided'
import { type Draft, useChecks, useDraft } from './draft'
import { useDecide } from './queries'
import { requestTexts } from './texts'

export function DecisionForm({ request }: { request: KindergartensRequestView }) {
  const t = useTexts(requestTexts)
  const form = useForm<string>({ remark_required: 'remark', kindergarten_closed: 'kindergarten_id' })
  const [key] = useState(newId)
  const decide = useDecide(request.id, key, form.fail)
  const draft = useDraft(request)
  const checks = useChecks(draft)
  const send = () => {
    const decided = decidedBy(draft)
    if (form.check(checks) && decided && !decide.isPending) decide.mutate(decided)
  }
  return (
    <FormBox onSubmit={send}>
      {form.summary}
      <Ways request={request} draft={draft} errorOf={form.errorOf} />
      <Actions>
        <Button type="submit" kind={draft.way === 'refuse' ? 'bad' : 'main'} aria-disabled={decide.isPending}>
          {decide.isPending ? t('sending') : t(draft.way === 'refuse' ? 'doRefuse' : 'doApprove')}
        </Button>
      </Actions>
    </FormBox>
  )
}

interface WaysProps {
  request: KindergartensRequestView
  draft: Draft
  errorOf: (field: string) => string | undefined
}

function Ways(props: WaysProps) {
  const t = useTexts(requestTexts)
  const { request, draft, errorOf } = props
  const join: Choice<Way> = {
    value: 'join',
    label: t('join'),
    hint: t('joinHint'),
    inside: <Join {...props} />,
  }
  return (
    <RadioGroup<Way>
      id="way"
      legend={t('decide')}
      error={errorOf('way')}
      value={draft.way}
      onChange={(way) => draft.change({ way })}
      choices={[
        ...(request.like_kindergartens.length > 0 ? [join] : []),
        { value: 'asNew', label: t('asNew'), hint: t('asNewHint'), inside: <AsNew {...props} /> },
        { value: 'refuse', label: t('refuse'), hint: t('refuseHint'), inside: <Refuse {...props} /> },
      ]}
    />
  )
}

function Join({ request, draft, errorOf }: WaysProps) {
  const t = useTexts(requestTexts)
  const language = useLanguage()
  return (
    <RadioGroup
      id="kindergarten_id"
      legend={t('which')}
      error={errorOf('kindergarten_id')}
      value={draft.kindergarten}
      onChange={(kindergarten) => draft.change({ kindergarten })}
      choices={request.like_kindergartens.map(({ kindergarten }) => ({
        value: kindergarten.id,
        label: kindergarten.name[language],
        hint: kindergarten.address[language],
      }))}
    />
  )
}

function AsNew({ draft, errorOf }: WaysProps) {
  const t = useTexts(requestTexts)
  return (
    <Stack>
      <Trilingual
        legend={t('name')}
        id="name"
        value={draft.name}
        onChange={(name) => draft.change({ name })}
        errorOf={errorOf}
      />
      <Trilingual
        legend={t('address')}
        id="address"
        value={draft.address}
        onChange={(address) => draft.change({ address })}
        errorOf={errorOf}
      />
    </Stack>
  )
}

function Refuse({ request, draft, errorOf }: WaysProps) {
  const t = useTexts(requestTexts)
  return (
    <Stack>
      <RadioGroup
        id="reason"
        legend={t('reason')}
        error={errorOf('reason')}
        value={draft.reason}
        onChange={(reason) => draft.change({ reason })}
        choices={REASONS.map((value) => ({ value, label: t(value) }))}
      />
      <TextArea
        id="remark"
        lang={request.owner.language}
        label={t('remark')}
        hint={t('remarkHint', { language: LANGUAGE_NAMES[request.owner.language].full })}
        error={errorOf('remark')}
        maxLength={500}
        value={draft.remark}
        onChange={(event) => draft.change({ remark: event.target.value })}
      />
    </Stack>
  )
}
