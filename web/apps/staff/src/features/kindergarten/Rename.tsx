import { api, type KindergartensKindergartenView, unwrap } from '@kezek/api'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Fold, FormBox, Notice, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { adminTexts } from '../../shared/admin/texts'
import { Trilingual } from '../../shared/admin/Trilingual'
import { missingWords, type Words } from '../../shared/admin/words'
import { changeTexts } from './texts'

export function Rename({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(changeTexts)
  const shared = useTexts(adminTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<string>({ kindergarten_exists: 'name.kk' })
  const client = useQueryClient()
  const [name, setName] = useState<Words>(kindergarten.name)
  const params = { path: { kindergarten_id: kindergarten.id } }
  const save = useMutation({
    mutationFn: (body: { name: Words }) =>
      unwrap(api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/name', { params, body })),
    onError: form.fail,
    onSuccess: () => client.invalidateQueries({ queryKey: ['kindergartens'] }),
  })
  return (
    <Fold summary={t('rename')}>
      <FormBox
        onSubmit={() => {
          if (form.check(missingWords('name', name, field('missing'))) && !save.isPending) save.mutate({ name })
        }}
      >
        {form.summary}
        {save.isSuccess && (
          <Notice kind="ok" live>
            {shared('saved')}
          </Notice>
        )}
        <p>{t('renameNote')}</p>
        <Trilingual legend={t('name')} id="name" value={name} onChange={setName} errorOf={form.errorOf} />
        <Actions>
          <Button type="submit" aria-disabled={save.isPending}>
            {save.isPending ? shared('saving') : shared('save')}
          </Button>
        </Actions>
      </FormBox>
    </Fold>
  )
}
