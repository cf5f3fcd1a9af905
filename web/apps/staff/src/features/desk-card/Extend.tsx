import { api, type ApplicationsReferralView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, FormBox, Notice, Stack, TextArea, useForm } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { deskCardTexts } from './texts'

interface ExtendProps {
  referral: ApplicationsReferralView
  /** How many working days are added. */
  days: number
  language: string
  onBack: () => void
}

/** Why, and the signature: a referral is extended once. */
export function Extend(props: ExtendProps) {
  const t = useTexts(deskCardTexts)
  const form = useForm<'extension'>()
  const [words, setWords] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  if (said !== null) return <Sign {...props} words={said} onBack={() => setSaid(null)} />
  const next = () => {
    if (form.check({ extension: words.trim() === '' && t('extendMissing') })) setSaid(words.trim())
  }
  return (
    <FormBox onSubmit={next}>
      {form.summary}
      <p>{t('extendAbout', { n: props.days })}</p>
      <TextArea
        id="extension"
        label={t('extendWhy')}
        hint={t('extendWhyHint')}
        error={form.errorOf('extension')}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Actions>
        <Button type="submit">{t('next')}</Button>
        <Button kind="second" onClick={props.onBack}>
          {t('cancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}

function Sign({ referral: { referral_id }, days, language, words, onBack }: ExtendProps & { words: string }) {
  const t = useTexts(deskCardTexts)
  const client = useQueryClient()
  const act = useAct({
    type: 'referrals.extend',
    name: `${referral_id}.${words}`,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/referrals/{referral_id}/extension/acts', {
          params: { path: { referral_id } },
          body: { words },
        }),
      ),
    onDone: () => void client.invalidateQueries({ queryKey: ['applications', 'desk'] }),
  })
  useStatementIn(language, act)
  if (act.state.at === 'done') return <Notice kind="ok" title={t('extendDone')} live focused="ifLost" />
  return (
    <Stack>
      <h3>{t('extendSign')}</h3>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          {t('extendAfter', { n: days })}
        </Notice>
      </SignPanel>
      <Button kind="second" onClick={onBack}>
        {t('change')}
      </Button>
    </Stack>
  )
}
