import { api, type ApplicationsMoveCheckView, type ApplicationsTwinView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, FormBox, useForm } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { fullName } from '../../shared/applications/model'
import { DistrictSelect } from '../../shared/DistrictSelect'
import { moveTexts } from './texts'

interface WhereProps {
  id: string
  from: string
  /** Those who may move, too. */
  twins: readonly ApplicationsTwinView[]
  onChecked: (check: ApplicationsMoveCheckView) => void
}

/** The new district; that the child is registered there is asked of the register before anything is signed. */
export function Where({ id, from, twins, onChecked }: WhereProps) {
  const t = useTexts(moveTexts)
  const form = useForm<'district'>({
    already_in_district: 'district',
    registered_elsewhere: 'district',
    district_unknown: 'district',
  })
  const [district, setDistrict] = useState('')
  const [staying, setStaying] = useState<readonly string[]>([])
  const along = twins.map(({ application_id: twin }) => twin).filter((twin) => !staying.includes(twin))
  const check = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/applications/applications/{application_id}/move-checks', {
          params: { path: { application_id: id } },
          body: { district, twins: along },
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
        {twins.map(({ application_id: twin, child }) => (
          <Checkbox
            key={twin}
            id={`twin-${twin}`}
            label={t('along', { name: fullName(child) })}
            hint={t('alongHint')}
            checked={along.includes(twin)}
            onChange={({ target }) =>
              setStaying(target.checked ? staying.filter((each) => each !== twin) : [...staying, twin])
            }
          />
        ))}
        <Button type="submit" aria-disabled={check.isPending}>
          {check.isPending ? t('checking') : t('check')}
        </Button>
      </FormBox>
    </Card>
  )
}
