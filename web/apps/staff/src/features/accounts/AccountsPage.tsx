/** A person found by IIN: the way to their sessions and logs (domain §1). */
import { api, unwrap } from '@kezek/api'
import { plainIin } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, Page, useForm } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { IinField } from '../../shared/admin/IinField'
import { accountsTexts } from './texts'

export default function AccountsPage() {
  const t = useTexts(accountsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page narrow title={t('title')} lead={t('lead')}>
          <Card marked>
            <SearchForm />
          </Card>
          <p>{t('logged')}</p>
        </Page>
      )}
    </ForAdministrator>
  )
}

/** The address of what is found holds the id that the logs know, never the IIN. */
function SearchForm() {
  const t = useTexts(accountsTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<'iin'>({ account_not_found: 'iin' })
  const [, navigate] = useLocation()
  const [iin, setIin] = useState('')
  const find = useMutation({
    mutationFn: (iin: string) => unwrap(api.POST('/api/auth/accounts/search', { body: { iin } })),
    onError: form.fail,
    onSuccess: ({ person_id }) => navigate(`/accounts/${person_id}`),
  })
  return (
    <FormBox
      onSubmit={() => {
        const plain = plainIin(iin)
        if (form.check({ iin: plain === null && field('iin_invalid') }) && plain && !find.isPending) find.mutate(plain)
      }}
    >
      {form.summary}
      <IinField hint={t('hint')} error={form.errorOf('iin')} value={iin} onType={setIin} />
      <Actions>
        <Button type="submit" aria-disabled={find.isPending}>
          {find.isPending ? t('finding') : t('find')}
        </Button>
      </Actions>
    </FormBox>
  )
}
