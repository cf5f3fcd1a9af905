import { api, type KindergartensKindergartenView, unwrap } from '@kezek/api'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { useForm } from '@kezek/ui'
import { useState } from 'react'

import { Trilingual } from '../../shared/admin/Trilingual'
import { missingWords, type Words } from '../../shared/admin/words'
import { SavedForm, useSaving } from './SavedForm'
import { changeTexts } from './texts'

export function Rename({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(changeTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<string>({ kindergarten_exists: 'name.kk' })
  const [name, setName] = useState<Words>(kindergarten.name)
  const params = { path: { kindergarten_id: kindergarten.id } }
  const save = useSaving(
    (body: { name: Words }) =>
      unwrap(api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/name', { params, body })),
    form.fail,
  )
  const send = () => {
    if (form.check(missingWords('name', name, field('missing'))) && !save.isPending) save.mutate({ name })
  }
  return (
    <SavedForm summary={t('rename')} note={t('renameNote')} complaints={form.summary} save={save} onSubmit={send}>
      <Trilingual legend={t('name')} id="name" value={name} onChange={setName} errorOf={form.errorOf} />
    </SavedForm>
  )
}
