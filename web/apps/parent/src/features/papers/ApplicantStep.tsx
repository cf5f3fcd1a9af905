/** Step 1: what the registers say of the applicant stands there, the identity card is typed [M5.28–38]. */
import type { ReferralsAdmissionApplicantView } from '@kezek/api'
import { formatDate, formatIin, plainEmail, plainPhone } from '@kezek/domain'
import { admissionTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Facts, FormBox, TextField, useForm } from '@kezek/ui'
import type { ChangeEvent } from 'react'

import type { Typed } from './fields'
import { papersTexts } from './texts'

interface ApplicantStepProps {
  applicant: ReferralsAdmissionApplicantView
  typed: Typed
  onType: (typed: Typed) => void
  onCancel: () => void
  onNext: () => void
}

export function ApplicantStep({ applicant, typed, onType, onCancel, onNext }: ApplicantStepProps) {
  const t = useTexts(papersTexts)
  const words = useTexts(admissionTexts)
  const language = useLanguage()
  const form = useForm<keyof Typed>()
  const of = (name: keyof Typed) => ({
    id: name,
    value: typed[name],
    error: form.errorOf(name),
    required: true,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => onType({ ...typed, [name]: target.value }),
  })
  const next = () => {
    const empty = (name: keyof Typed) => typed[name].trim() === '' && t('fill')
    const good = form.check({
      number: empty('number'),
      issuedBy: empty('issuedBy'),
      validUntil: empty('validUntil'),
      address: empty('address'),
      email: empty('email') || (plainEmail(typed.email) === null && t('emailWrong')),
      phone: empty('phone') || (plainPhone(typed.phone) === null && t('phoneWrong')),
    })
    if (good) onNext()
  }
  return (
    <Card labelledBy="applicant">
      <h2 id="applicant">{t('stepApplicantTitle')}</h2>
      <Facts
        items={[
          { name: words('applicantIin'), value: formatIin(applicant.iin) },
          { name: words('applicant'), value: applicant.name },
          ...(applicant.birth_date === null
            ? []
            : [{ name: words('born'), value: formatDate(applicant.birth_date, language) }]),
        ]}
      />
      <FormBox onSubmit={next}>
        {form.summary}
        <TextField
          label={words('identity')}
          hint={t('identityHint')}
          inputMode="numeric"
          maxLength={60}
          letters={16}
          {...of('number')}
        />
        <TextField label={words('issuedBy')} hint={t('issuedByHint')} maxLength={300} {...of('issuedBy')} />
        <TextField
          type="date"
          label={words('validUntil')}
          {...of('validUntil')}
          hint={/^[12]\d{3}-\d\d-\d\d$/.test(typed.validUntil) ? formatDate(typed.validUntil, language) : undefined}
        />
        <TextField label={words('address')} maxLength={300} autoComplete="street-address" {...of('address')} />
        <TextField type="email" label={words('email')} maxLength={254} autoComplete="email" {...of('email')} />
        <TextField type="tel" label={words('phone')} maxLength={60} autoComplete="tel" {...of('phone')} />
        <Actions>
          <Button type="submit">{t('next')}</Button>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Actions>
      </FormBox>
    </Card>
  )
}
