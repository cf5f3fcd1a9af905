import { api, type ApplicationsMoveCheckView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Card, FormBox, useForm } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { DistrictSelect } from '../../shared/DistrictSelect'
import { moveTexts } from './texts'

interface WhereProps {
  id: string
  from: string
  onChecked: (check: ApplicationsMoveCheckView) => void
}

/** The new district; that the child is registered there is asked of the register before anything is signed. */
export function Where({ id, from, onChecked }: WhereProps) {
  const t = useTexts(moveTexts)
  const form = useForm<'district'>({
    already_in_district: 'district',
    registered_elsewhere: 'district',
    district_unknown: 'district',
  })
  const [district, setDistrict] = useState('')
  const check = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/applications/applications/{application_id}/move-checks', {
          params: { path: { application_id: id } },
          body: { district },
        }),
      ),
    onSuccess: onChecked,
    onError: form.fail,
  })
  const send = () => {
    if (form.check({ district: (district === '' || district === from) && t('chooseFirst') }) && !check.isPending)
      check.mutate()
  }
  return (
    <Card labelledBy="where" marked="act">
      <h2 id="where">{t('where')}</h2>
      <FormBox onSubmit={send}>
        {form.summary}
        <DistrictSelect
          id="district"
          label={t('district')}
          hint={t('registered')}
          error={form.errorOf('district')}
          none={t('chooseDistrict')}
          value={district}
          onChoose={setDistrict}
        />
        <Button type="submit" aria-disabled={check.isPending}>
          {check.isPending ? t('checking') : t('check')}
        </Button>
      </FormBox>
    </Card>
  )
}
