import { api, type ApplicationsInformationView, type ApplicationsInstructionLanguage, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, FormBox, Notice, Select, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { applicationTexts } from '../../shared/applications/texts'
import { wishesTexts } from './texts'

type Wish = ApplicationsInstructionLanguage | ''
const LANGUAGES: readonly ApplicationsInstructionLanguage[] = ['kk', 'ru', 'en']

export function WishesForm({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(wishesTexts)
  const client = useQueryClient()
  const form = useForm<'wish-1'>()
  const [wishes, setWishes] = useState<readonly Wish[]>(application.languages)
  const [separate, setSeparate] = useState(application.separate_places)
  const languages = wishes.filter((each) => each !== '')
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/applications/applications/{application_id}/wishes', {
          params: { path: { application_id: application.application_id } },
          body: { languages: [...new Set(languages)], separate_places: separate },
        }),
      ),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['applications'] }),
    onError: form.fail,
  })
  const send = () => {
    if (form.check({ 'wish-1': languages.length === 0 && t('chooseOne') }) && !save.isPending) save.mutate()
  }
  return (
    <Card labelledBy="languages">
      <h2 id="languages">{t('languages')}</h2>
      <p>{t('languagesHint')}</p>
      <FormBox onSubmit={send}>
        {form.summary}
        <Wishes wishes={wishes} error={form.errorOf('wish-1')} onChange={setWishes} />
        {application.twins && (
          <Checkbox
            id="separate"
            label={t('separate')}
            hint={t('separateHint')}
            checked={separate}
            onChange={({ target }) => setSeparate(target.checked)}
          />
        )}
        <Notice kind="info">{t('fromNext')}</Notice>
        {save.isSuccess && <Notice kind="ok" title={t('saved')} live focused />}
        <Button type="submit" aria-disabled={save.isPending}>
          {save.isPending ? t('saving') : t('save')}
        </Button>
      </FormBox>
    </Card>
  )
}

interface WishesProps {
  wishes: readonly Wish[]
  error: string | undefined
  onChange: (wishes: readonly Wish[]) => void
}

/** The next one can be chosen when the one before is. */
function Wishes({ wishes, error, onChange }: WishesProps) {
  const t = useTexts(wishesTexts)
  const words = useTexts(applicationTexts)
  return LANGUAGES.map((_, index) => index)
    .filter((index) => index === 0 || (wishes[index - 1] ?? '') !== '')
    .map((index) => (
      <Select
        key={index}
        id={`wish-${String(index + 1)}`}
        label={index === 0 ? t('wish') : t('wishMore', { n: index + 1 })}
        error={index === 0 ? error : undefined}
        value={wishes[index] ?? ''}
        onChange={({ target }) => {
          const chosen = target.value as Wish
          const later = wishes.slice(index + 1).filter((each) => each !== chosen)
          onChange([...wishes.slice(0, index), chosen, ...(chosen === '' ? [] : later)])
        }}
      >
        <option value="">{t('wishNone')}</option>
        {LANGUAGES.filter((each) => !wishes.slice(0, index).includes(each)).map((each) => (
          <option key={each} value={each}>
            {words(`language_${each}`)}
          </option>
        ))}
      </Select>
    ))
}
