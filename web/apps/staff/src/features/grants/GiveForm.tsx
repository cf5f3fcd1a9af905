import { api, unwrap } from '@kezek/api'
import { newId, plainIin } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, Notice, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { DistrictSelect } from '../../shared/admin/DistrictSelect'
import { IinField } from '../../shared/admin/IinField'
import { adminTexts } from '../../shared/admin/texts'
import { grantsQuery } from './queries'
import { grantsTexts } from './texts'

export function GiveForm() {
  const t = useTexts(grantsTexts)
  const shared = useTexts(adminTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<'iin' | 'district'>({ grant_exists: 'iin', officer_of_another_district: 'iin' })
  const [iin, setIin] = useState('')
  const [district, setDistrict] = useState('')
  const give = useGive(form.fail, () => setIin(''))
  return (
    <Card labelledBy="give" marked>
      <h2 id="give">{t('give')}</h2>
      <p>{t('giveAbout')}</p>
      <FormBox
        onSubmit={() => {
          const plain = plainIin(iin)
          const checks = {
            iin: plain === null && field('iin_invalid'),
            district: district === '' && shared('chooseDistrict'),
          }
          if (form.check(checks) && plain && !give.isPending) give.mutate({ iin: plain, district })
        }}
      >
        {form.summary}
        {give.isSuccess && (
          <Notice kind="ok" live>
            {t('given')}
          </Notice>
        )}
        <IinField error={form.errorOf('iin')} value={iin} onType={setIin} />
        <DistrictSelect
          id="district"
          label={shared('district')}
          none={shared('notChosen')}
          error={form.errorOf('district')}
          value={district}
          onChoose={setDistrict}
        />
        <Actions>
          <Button type="submit" aria-disabled={give.isPending}>
            {give.isPending ? t('giving') : t('doGive')}
          </Button>
        </Actions>
      </FormBox>
    </Card>
  )
}

/** Each sending has a key of its own: what is lost on the way and sent again by the browser counts once. */
function useGive(onError: (error: unknown) => void, onGiven: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (whom: { iin: string; district: string }) =>
      unwrap(
        api.POST('/api/auth/grants', {
          params: { header: { 'Idempotency-Key': newId() } },
          body: { ...whom, role: 'officer' },
        }),
      ),
    onError,
    onSuccess: () => {
      onGiven()
      return client.invalidateQueries(grantsQuery)
    },
  })
}
