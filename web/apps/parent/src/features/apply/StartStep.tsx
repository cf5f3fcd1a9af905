import { POLICY } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { BackLink, Button, Card, Checkbox, Fold, Notice, Page, useForm, useMedia } from '@kezek/ui'
import { Link } from 'wouter'

import { applicationTexts } from '../../shared/applications/texts'
import css from './Apply.module.css'
import type { StepProps } from './ApplyPage'
import { Kept } from './Kept'
import { applyTexts } from './texts'

/** What is undertaken before: data kept current, the Algorithm read. */
export function StartStep({ form, draft, go }: StepProps) {
  const t = useTexts(applyTexts)
  const words = useTexts(applicationTexts)
  const wrong = useForm<'data-kept' | 'algorithm-read'>()
  const submit = () => {
    const checks = {
      'data-kept': !form.dataKept && t('dataKeptMissing'),
      'algorithm-read': !form.algorithmRead && t('algorithmMissing'),
    }
    if (wrong.check(checks)) go('applicant')
  }
  return (
    <>
      <BackLink href="/cabinet">{words('children')}</BackLink>
      <Page narrow title={t('title')}>
        {wrong.summary}
        {draft.restored && <Notice kind="info" title={t('restored')} />}
        <Notice title={t('important')}>{t('registration')}</Notice>
        <Needed />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Card labelledBy="before">
            <h2 id="before">{t('before')}</h2>
            <Algorithm />
            <Checkbox
              id="data-kept"
              label={t('dataKept')}
              error={wrong.errorOf('data-kept')}
              checked={form.dataKept}
              onChange={({ target }) => draft.change({ dataKept: target.checked })}
            />
            <Checkbox
              id="algorithm-read"
              label={t('algorithmRead')}
              error={wrong.errorOf('algorithm-read')}
              checked={form.algorithmRead}
              onChange={({ target }) => draft.change({ algorithmRead: target.checked })}
            />
            <Button type="submit">{t('apply')}</Button>
          </Card>
        </form>
        <Kept draft={draft} />
      </Page>
    </>
  )
}

function Needed() {
  const t = useTexts(applyTexts)
  const phone = useMedia('(hover: none) and (pointer: coarse)')
  return (
    <Card labelledBy="need">
      <h2 id="need">{t('need')}</h2>
      <ul className={css.list}>
        <li>{t('needChild')}</li>
        <li>{t('needContact')}</li>
        <li>{t('needKey')}</li>
      </ul>
      {phone && (
        <Notice title={t('onPhone')}>
          <p>{t('onPhoneAdvice')}</p>
        </Notice>
      )}
    </Card>
  )
}

const POINTS = [
  'algorithm1',
  'algorithm2',
  'algorithm3',
  'algorithm4',
  'algorithm5',
  'algorithm6',
  'algorithm7',
] as const

function Algorithm() {
  const t = useTexts(applyTexts)
  return (
    <>
      <Fold summary={t('algorithm')}>
        <ol className={css.list}>
          {POINTS.map((point) => (
            <li key={point}>{t(point, POLICY)}</li>
          ))}
        </ol>
      </Fold>
      <p>
        <Link href="/rules">{t('allRules')}</Link>
      </p>
    </>
  )
}
