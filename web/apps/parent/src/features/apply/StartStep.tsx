import { formQuery } from '@kezek/application-form'
import { useTexts } from '@kezek/i18n'
import { BackLink, Button, Card, Checkbox, Fold, Loaded, Notice, Page, useForm, useMedia } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
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
  const { data } = useQuery(formQuery(form.district))
  const wrong = useForm<'data-kept' | 'algorithm-read'>()
  const submit = () => {
    const checks = {
      'data-kept': !form.dataKept && t('dataKeptMissing'),
      'algorithm-read': !form.algorithmRead && t('algorithmMissing'),
    }
    if (!wrong.check(checks)) return
    if (data) draft.change({ textsVersion: data.texts_version })
    go('applicant')
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
            <Algorithm form={form} />
            <Checkbox
              id="data-kept"
              label={data?.data_kept_current ?? t('dataKeptShort')}
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

/** The texts that are confirmed, in the version that the signed statement will name. */
function Algorithm({ form }: Pick<StepProps, 'form'>) {
  const t = useTexts(applyTexts)
  const query = useQuery(formQuery(form.district))
  return (
    <>
      <Fold summary={t('algorithm')}>
        <Loaded query={query}>
          {({ algorithm }) => (
            <ol className={css.list}>
              {algorithm.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          )}
        </Loaded>
      </Fold>
      <p>
        <Link href="/rules">{t('allRules')}</Link>
      </p>
    </>
  )
}
