import { useTexts } from '@kezek/i18n'
import { Button, Dialog, Select, Stack, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { adminTexts } from '../../shared/admin/texts'
import { Trilingual } from '../../shared/admin/Trilingual'
import { missingWords } from '../../shared/admin/words'
import { type Draft, isCode, isMonths } from './list'
import { benefitsTexts } from './texts'

interface BenefitDialogProps {
  draft: Draft
  /** The codes of the list, for a new one. */
  taken: readonly string[]
  onCancel: () => void
  onKeep: (draft: Draft) => void
}

const CLASSES = ['extraordinary', 'priority'] as const

export function BenefitDialog({ draft, taken, onCancel, onKeep }: BenefitDialogProps) {
  const t = useTexts(benefitsTexts)
  const shared = useTexts(adminTexts)
  const form = useForm<string>()
  const [typed, setTyped] = useState(draft)
  const isNew = draft.code === ''
  const keep = () => {
    const code = typed.code.trim()
    const checks = {
      code: isNew && ((!isCode(code) && t('codeWrong')) || (taken.includes(code) && t('codeTaken'))),
      ...missingWords('name', typed.name, t('missing')),
      ...missingWords('proof', typed.proof, t('missing')),
      proof_months: !isMonths(typed.proof_months) && t('monthsWrong'),
    }
    if (form.check(checks)) onKeep(typed)
  }
  return (
    <Dialog
      title={isNew ? t('add') : t('change')}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={keep}>{t('keep')}</Button>
          <Button kind="second" onClick={onCancel}>
            {shared('cancel')}
          </Button>
        </>
      }
    >
      <Stack>
        {form.summary}
        <Fields typed={typed} isNew={isNew} onType={setTyped} errorOf={form.errorOf} />
      </Stack>
    </Dialog>
  )
}

interface FieldsProps {
  typed: Draft
  isNew: boolean
  onType: (typed: Draft) => void
  errorOf: (field: string) => string | undefined
}

function Fields({ typed, isNew, onType, errorOf }: FieldsProps) {
  const t = useTexts(benefitsTexts)
  return (
    <>
      {isNew && (
        <TextField
          id="code"
          label={t('code')}
          hint={t('codeHint')}
          error={errorOf('code')}
          maxLength={40}
          value={typed.code}
          onChange={({ target }) => onType({ ...typed, code: target.value })}
        />
      )}
      <Trilingual
        legend={t('name')}
        id="name"
        value={typed.name}
        onChange={(name) => onType({ ...typed, name })}
        errorOf={errorOf}
      />
      <Select
        id="queue_class"
        label={t('queueClass')}
        value={typed.queue_class}
        onChange={({ target }) => onType({ ...typed, queue_class: target.value as Draft['queue_class'] })}
      >
        {CLASSES.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </Select>
      <Trilingual
        legend={t('proof')}
        id="proof"
        value={typed.proof}
        onChange={(proof) => onType({ ...typed, proof })}
        errorOf={errorOf}
      />
      <TextField
        id="proof_months"
        label={t('proofMonths')}
        hint={t('proofMonthsHint')}
        error={errorOf('proof_months')}
        letters={6}
        inputMode="numeric"
        maxLength={3}
        value={typed.proof_months}
        onChange={({ target }) => onType({ ...typed, proof_months: target.value })}
      />
    </>
  )
}
