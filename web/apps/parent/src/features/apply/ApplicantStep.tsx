import { plainEmail, plainPhone } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, FormBox, TextField, useForm } from '@kezek/ui'

import { Applicant } from './Applicant'
import type { StepProps } from './ApplyPage'
import { NextOrCancel } from './NextOrCancel'
import { StepPage } from './StepPage'
import { applyTexts } from './texts'

/** Who applies: the register's data to read, the contacts to type. */
export default function ApplicantStep({ form, draft, go }: StepProps) {
  const t = useTexts(applyTexts)
  const wrong = useForm<'phone' | 'email'>()
  const submit = () => {
    const checks = {
      phone: !plainPhone(form.phone) && t('phoneWrong'),
      email: !plainEmail(form.email) && t('emailWrong'),
    }
    if (wrong.check(checks)) go('child')
  }
  return (
    <StepPage step="applicant" title={t('applicantTitle')} draft={draft}>
      {wrong.summary}
      <Card labelledBy="applicant">
        <h2 id="applicant">{t('stepApplicant')}</h2>
        <Applicant />
      </Card>
      <FormBox onSubmit={submit}>
        <Card labelledBy="contact">
          <h2 id="contact">{t('contact')}</h2>
          <TextField
            id="phone"
            type="tel"
            autoComplete="tel"
            label={t('phone')}
            hint={t('phoneHint')}
            error={wrong.errorOf('phone')}
            value={form.phone}
            onChange={({ target }) => draft.change({ phone: target.value })}
          />
          <TextField
            id="email"
            type="email"
            autoComplete="email"
            label={t('email')}
            hint={t('emailHint')}
            error={wrong.errorOf('email')}
            value={form.email}
            onChange={({ target }) => draft.change({ email: target.value })}
          />
        </Card>
        <NextOrCancel draft={draft} />
      </FormBox>
    </StepPage>
  )
}
