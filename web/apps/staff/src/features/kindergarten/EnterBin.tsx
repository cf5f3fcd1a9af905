/** The kindergarten's BIN, which contracts name (domain §8.contract). */
import { api, type KindergartensKindergartenView, unwrap } from '@kezek/api'
import { plainBin } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Fold, FormBox, Notice, TextField, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { adminTexts } from '../../shared/admin/texts'
import { changeTexts } from './texts'

export function EnterBin({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(changeTexts)
  const shared = useTexts(adminTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<'bin'>()
  const client = useQueryClient()
  const [typed, type] = useState(kindergarten.bin ?? '')
  const params = { path: { kindergarten_id: kindergarten.id } }
  const save = useMutation({
    mutationFn: (bin: string | null) =>
      unwrap(api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/bin', { params, body: { bin } })),
    onError: form.fail,
    onSuccess: () => client.invalidateQueries({ queryKey: ['kindergartens'] }),
  })
  const send = () => {
    const bin = typed.trim() === '' ? null : plainBin(typed)
    const wrong = typed.trim() !== '' && bin === null && field('bin_invalid')
    if (form.check({ bin: wrong }) && !save.isPending) save.mutate(bin)
  }
  return (
    <Fold summary={kindergarten.bin ? t('bin') : t('binMissing')}>
      <FormBox onSubmit={send}>
        {form.summary}
        {save.isSuccess && (
          <Notice kind="ok" live>
            {shared('saved')}
          </Notice>
        )}
        <p>{t('binNote')}</p>
        <TextField
          id="bin"
          label={t('bin')}
          hint={t('binHint')}
          error={form.errorOf('bin')}
          inputMode="numeric"
          maxLength={40}
          value={typed}
          onChange={({ target }) => type(target.value)}
        />
        <Actions>
          <Button type="submit" aria-disabled={save.isPending}>
            {save.isPending ? shared('saving') : shared('save')}
          </Button>
        </Actions>
      </FormBox>
    </Fold>
  )
}
