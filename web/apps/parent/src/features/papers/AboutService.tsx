/** The window before: what the service is, how it goes, read and ticked; then «Өтініш беру» [M5.24–27]. */
import type { ReferralsAwaitedView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, FormBox, Lines, Notice, useForm } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import { papersTexts } from './texts'

interface AboutServiceProps {
  items: readonly ReferralsAwaitedView[]
  onBegin: () => void
}

export function AboutService({ items, onBegin }: AboutServiceProps) {
  const t = useTexts(papersTexts)
  const form = useForm<'read'>()
  const [read, setRead] = useState(false)
  const limits = { files: items[0]?.files ?? 0, megabytes: items[0]?.megabytes ?? 0 }
  return (
    <>
      <Card labelledBy="service">
        <h2 id="service">{t('about')}</h2>
        <p>{t('aboutText')}</p>
        <h3>{t('instruction')}</h3>
        <ol>
          <li>{t('howApplicant')}</li>
          <li>{t('howChild')}</li>
          <li>{t('howForms', limits)}</li>
          <li>{t('howSign')}</li>
          <li>{t('howAnswer')}</li>
        </ol>
        <p>
          <Link href="/manuals/m5">{t('manual')}</Link>
        </p>
      </Card>
      <Terms items={items} />
      <FormBox onSubmit={() => form.check({ read: !read && t('tickMissing') }) && onBegin()}>
        {form.summary}
        <Checkbox
          id="read"
          label={t('tick')}
          error={form.errorOf('read')}
          checked={read}
          onChange={({ target }) => setRead(target.checked)}
        />
        <Button type="submit">{t('begin')}</Button>
      </FormBox>
    </>
  )
}

/** Until when for whom, and what happens then. */
function Terms({ items }: { items: readonly ReferralsAwaitedView[] }) {
  const t = useTexts(papersTexts)
  const language = useLanguage()
  return (
    <Notice title={t('important')}>
      <Lines>
        {items.map(({ referral_id: id, child_name: name, ends_at: until, then_inactive: inactive }) => (
          <li key={id}>
            <strong>{name}</strong>:{' '}
            {until === null ? t('noTerm') : t('until', { until: formatDeadline(until, language) })}{' '}
            {until !== null && t(inactive ? 'thenInactive' : 'thenStopList')}
          </li>
        ))}
      </Lines>
    </Notice>
  )
}
