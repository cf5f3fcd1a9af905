import { api, type KindergartensAskedView, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Page, useForm } from '@kezek/ui'
import { Link } from 'wouter'

import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import css from './AccountRequest.module.css'
import { useChecks } from './checks'
import { bodyOf, useDraft } from './draft'
import type { RequestField } from './fields'
import { KindergartenFields } from './KindergartenFields'
import { OwnerFields } from './OwnerFields'
import { accountRequestTexts } from './texts'

export function RequestForm({ onSent }: { onSent: (asked: KindergartensAskedView) => void }) {
  const t = useTexts(accountRequestTexts)
  const [draft, change, clear] = useDraft(useLanguage())
  const form = useForm<RequestField>()
  const tries = useTries(form)
  const checksOf = useChecks()
  const send = async () => {
    const body = bodyOf(draft)
    if (!form.check(checksOf(draft)) || !body) return
    const header = { 'Idempotency-Key': draft.key }
    const asked = await unwrap(api.POST('/api/kindergartens/account-requests', { params: { header }, body }))
    clear()
    onSent(asked)
  }
  const parts = { draft, onChange: change, errorOf: form.errorOf }
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      <p>
        <Link href="/account-request/status">{t('status')}</Link>
      </p>
      <form
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          tries.send(send)
        }}
      >
        {form.summary}
        <KindergartenFields {...parts} />
        <OwnerFields {...parts} />
        <Submit tries={tries} label={t('send')} busy={t('sending')}>
          <Button
            kind="second"
            onClick={() => {
              clear()
              form.clear()
            }}
          >
            {t('clear')}
          </Button>
        </Submit>
        <p>{t('kept')}</p>
      </form>
    </Page>
  )
}
