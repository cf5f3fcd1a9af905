/** Step 1: what the registers say of the applicant stands there, the identity card is typed [M5.28–38]. */
import type { ApiError, ReferralsAdmissionApplicantView } from '@kezek/api'
import { formatDate, formatIin, isoDay, momentOf, plainEmail, plainIdentityNumber, plainPhone } from '@kezek/domain'
import { admissionTexts, fieldTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Facts, FormBox, TextField, useForm } from '@kezek/ui'
import { type ChangeEvent, useEffect, useEffectEvent } from 'react'

import { type ApplicantField, FIELDS, type Typed } from './fields'
import { papersTexts } from './texts'

interface ApplicantStepProps {
  applicant: ReferralsAdmissionApplicantView
  typed: Typed
  /** What the API found wrong with what was typed, when it was to be signed. */
  refused: ApiError | null
  onType: (typed: Typed) => void
  onCancel: () => void
  onNext: () => void
}

export function ApplicantStep({ applicant, typed, refused, onType, onCancel, onNext }: ApplicantStepProps) {
  const t = useTexts(papersTexts)
  const words = useTexts(admissionTexts)
  const wrongs = useWrongs()
  const language = useLanguage()
  const form = useForm<ApplicantField>({ identity_card_expired: FIELDS.validUntil })
  const tell = useEffectEvent(() => refused && form.fail(refused))
  useEffect(() => void tell(), [refused])
  const of = (name: keyof Typed) => ({
    id: FIELDS[name],
    value: typed[name],
    error: form.errorOf(FIELDS[name]),
    required: true,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => onType({ ...typed, [name]: target.value }),
  })
  const next = () => {
    if (form.check(wrongs(typed))) onNext()
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
          autoCapitalize="characters"
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

function useWrongs(): (typed: Typed) => Record<ApplicantField, string | false> {
  const t = useTexts(papersTexts)
  const fields = useTexts(fieldTexts)
  return (typed) => {
    const empty = (name: keyof Typed) => typed[name].trim() === '' && t('fill')
    const expired = typed.validUntil < isoDay(momentOf(new Date()))
    return {
      [FIELDS.number]:
        empty('number') || (plainIdentityNumber(typed.number) === null && fields('identity_number_invalid')),
      [FIELDS.issuedBy]: empty('issuedBy'),
      [FIELDS.validUntil]: empty('validUntil') || (expired && t('identityExpired')),
      [FIELDS.address]: empty('address'),
      [FIELDS.email]: empty('email') || (plainEmail(typed.email) === null && t('emailWrong')),
      [FIELDS.phone]: empty('phone') || (plainPhone(typed.phone) === null && t('phoneWrong')),
    }
  }
}
