import { api, type ApplicationsInformationView, unwrap } from '@kezek/api'
import { formTexts, languagesOf, type Wish, Wishes } from '@kezek/application-form'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, FormBox, Notice, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { applicationTexts } from '../../shared/applications/texts'
import { wishesTexts } from './texts'

export function WishesForm({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(wishesTexts)
  const say = useTexts(formTexts)
  const words = useTexts(applicationTexts)
  const client = useQueryClient()
  const form = useForm<'wish-1'>()
  const [wishes, setWishes] = useState<readonly Wish[]>(application.languages)
  const [separate, setSeparate] = useState(application.separate_places)
  const languages = languagesOf({ wishes })
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/applications/applications/{application_id}/wishes', {
          params: { path: { application_id: application.application_id } },
          body: { languages, separate_places: separate },
        }),
      ),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['applications'] }),
    onError: form.fail,
  })
  const send = () => {
    if (form.check({ 'wish-1': languages.length === 0 && say('wishMissing') }) && !save.isPending) save.mutate()
  }
  return (
    <Card>
      <FormBox onSubmit={send}>
        {form.summary}
        <Wishes
          wishes={wishes}
          error={form.errorOf('wish-1')}
          nameOf={(language) => words(`language_${language}`)}
          onChange={setWishes}
        />
        <p>{t('freeChoice')}</p>
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
