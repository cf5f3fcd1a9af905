import { api, districtsQuery, type KindergartensDistrictView, unwrap } from '@kezek/api'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Button, Dialog, Stack, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { adminTexts } from '../../shared/admin/texts'
import { Trilingual } from '../../shared/admin/Trilingual'
import { missingWords, type Words } from '../../shared/admin/words'
import { districtsTexts } from './texts'

interface ChangeDialogProps {
  district: KindergartensDistrictView
  onCancel: () => void
  onSaved: () => void
}

export function ChangeDialog({ district: { code, name: before }, onCancel, onSaved }: ChangeDialogProps) {
  const t = useTexts(districtsTexts)
  const shared = useTexts(adminTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<string>()
  const client = useQueryClient()
  const [name, setName] = useState<Words>(before)
  const save = useMutation({
    mutationFn: () =>
      unwrap(api.PUT('/api/kindergartens/districts/{code}', { params: { path: { code } }, body: { name } })),
    onError: form.fail,
    onSuccess: async () => {
      await client.invalidateQueries(districtsQuery)
      onSaved()
    },
  })
  const send = () => {
    if (form.check(missingWords('name', name, field('missing'))) && !save.isPending) save.mutate()
  }
  return (
    <Dialog
      title={t('changeTitle', { code })}
      onCancel={onCancel}
      actions={
        <>
          <Button aria-disabled={save.isPending} onClick={send}>
            {save.isPending ? shared('saving') : shared('save')}
          </Button>
          <Button kind="second" onClick={onCancel}>
            {shared('cancel')}
          </Button>
        </>
      }
    >
      <Stack>
        {form.summary}
        <Trilingual legend={t('name')} id="name" value={name} onChange={setName} errorOf={form.errorOf} />
      </Stack>
    </Dialog>
  )
}
