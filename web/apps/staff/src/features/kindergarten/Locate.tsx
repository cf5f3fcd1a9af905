/** Where it stands, for families who look for a near one (domain §6.3): two numbers as maps give them. */
import { api, type KindergartensKindergartenView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Fold, FormBox, Notice, TextField, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { adminTexts } from '../../shared/admin/texts'
import { type Point, readPoint, tellPoint } from './point'
import { changeTexts } from './texts'

export function Locate({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(changeTexts)
  const shared = useTexts(adminTexts)
  const form = useForm<'location'>()
  const client = useQueryClient()
  const [typed, type] = useState(tellPoint(kindergarten.location))
  const params = { path: { kindergarten_id: kindergarten.id } }
  const save = useMutation({
    mutationFn: (location: Point | null) =>
      unwrap(api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/location', { params, body: { location } })),
    onError: form.fail,
    onSuccess: () => client.invalidateQueries({ queryKey: ['kindergartens'] }),
  })
  return (
    <Fold summary={kindergarten.location ? t('location') : t('locationMissing')}>
      <FormBox
        onSubmit={() => {
          const point = readPoint(typed)
          if (
            form.check({ location: point === undefined && t('locationWrong') }) &&
            point !== undefined &&
            !save.isPending
          )
            save.mutate(point)
        }}
      >
        {form.summary}
        {save.isSuccess && (
          <Notice kind="ok" live>
            {shared('saved')}
          </Notice>
        )}
        <p>{t('locationNote')}</p>
        <TextField
          id="location"
          label={t('coordinates')}
          hint={t('coordinatesHint')}
          error={form.errorOf('location')}
          inputMode="decimal"
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
