import { api, type ApplicationsSubmitBody, unwrap } from '@kezek/api'
import { formQuery, withFreshReceipts } from '@kezek/application-form'
import { formatPhone, plainPhone } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Card, Facts, Notice } from '@kezek/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'

import { journalQuery } from '../../shared/applications/queries'
import css from './Apply.module.css'
import { Applicant } from './Applicant'
import type { StepProps } from './ApplyPage'
import { CheckChild } from './CheckChild'
import { bodyOf, isOwn } from './form'
import { CancelButton } from './NextOrCancel'
import { StepPage } from './StepPage'
import { applyTexts } from './texts'

/** Everything once more, and the signature. */
export default function CheckStep({ me, form, draft }: StepProps) {
  const t = useTexts(applyTexts)
  const { data } = useQuery(formQuery(form.district))
  const proofLater = data?.benefit_proved_at_call ?? false
  const body = bodyOf(form, proofLater)
  const fresh = async () => bodyOf(await withFreshReceipts(form, isOwn(form)), proofLater)
  return (
    <StepPage step="check" title={t('checkTitle')} draft={draft}>
      <Card labelledBy="applicant">
        <h2 id="applicant">{t('stepApplicant')}</h2>
        <Applicant />
      </Card>
      <Card labelledBy="contact">
        <Head id="contact" title={t('contact')} step="applicant" />
        <Facts
          items={[
            { name: t('phone'), value: formatPhone(plainPhone(form.phone) ?? form.phone) },
            { name: t('email'), value: form.email },
          ]}
        />
      </Card>
      <Card labelledBy="child">
        <Head id="child" title={t('stepChild')} step="child" />
        <CheckChild form={form} />
      </Card>
      <Notice title={t('important')}>{t('registration')}</Notice>
      {body && <Sign body={body} fresh={fresh} language={me.language} draft={draft} />}
    </StepPage>
  )
}

function Head({ id, title, step }: { id: string; title: string; step: 'applicant' | 'child' }) {
  const t = useTexts(applyTexts)
  return (
    <div className={css.head}>
      <h2 id={id}>{title}</h2>
      <Link href={`/apply?step=${step}`} aria-label={`${t('change')}: ${title}`}>
        {t('change')}
      </Link>
    </div>
  )
}

interface SignProps {
  body: ApplicationsSubmitBody
  /** The same with receipts that are good for long enough. */
  fresh: () => Promise<ApplicationsSubmitBody | null>
  /** In which the statement is written. */
  language: string
  draft: StepProps['draft']
}

function Sign({ body, fresh, language, draft }: SignProps) {
  const t = useTexts(applyTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'applications.submit',
    name: 'apply',
    prepare: async () => unwrap(api.POST('/api/applications/applications/acts', { body: (await fresh()) ?? body })),
    onDone: ({ application_id }) => {
      draft.discard()
      void client.invalidateQueries({ queryKey: journalQuery.queryKey })
      navigate(`/apply/done/${application_id}`, { replace: true })
    },
  })
  useStatementIn(language, act)
  return (
    <Card labelledBy="signature">
      <h2 id="signature">{t('signTitle')}</h2>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          <p>{t('afterText')}</p>
        </Notice>
      </SignPanel>
      <Actions>
        <CancelButton draft={draft} />
      </Actions>
    </Card>
  )
}
