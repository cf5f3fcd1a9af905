import { api, type KindergartensKindergartenBody, type KindergartensOwnership, unwrap } from '@kezek/api'
import { newId, plainPhone } from '@kezek/domain'
import { fieldTexts, kindergartenTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, RadioGroup, Stack, TextArea, TextField, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { DistrictSelect } from '../../shared/admin/DistrictSelect'
import { adminTexts } from '../../shared/admin/texts'
import { Trilingual } from '../../shared/admin/Trilingual'
import { missingWords } from '../../shared/admin/words'
import { bodyOf, type Draft, EMPTY, iinsIn } from './draft'
import { addKindergartenTexts } from './texts'

const OWNERSHIPS: readonly KindergartensOwnership[] = ['state', 'private', 'mini_centre']

export function AddForm() {
  const t = useTexts(addKindergartenTexts)
  const form = useForm<string>({ kindergarten_exists: 'name.kk', district_unknown: 'district' })
  const [draft, setDraft] = useState(EMPTY)
  const add = useAdd(form.fail)
  const checks = useChecks()
  const change = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  return (
    <FormBox
      onSubmit={() => {
        const body = bodyOf(draft)
        if (form.check(checks(draft)) && body && !add.isPending) add.mutate(body)
      }}
    >
      {form.summary}
      <Card>
        <Fields draft={draft} onChange={change} errorOf={form.errorOf} />
      </Card>
      <Actions>
        <Button type="submit" aria-disabled={add.isPending}>
          {add.isPending ? t('adding') : t('add')}
        </Button>
      </Actions>
    </FormBox>
  )
}

/** The same key makes what is sent twice count once. */
function useAdd(onError: (error: unknown) => void) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [key] = useState(newId)
  return useMutation({
    mutationFn: (body: KindergartensKindergartenBody) =>
      unwrap(api.POST('/api/kindergartens/kindergartens', { params: { header: { 'Idempotency-Key': key } }, body })),
    onError,
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['kindergartens'] })
      navigate(`/kindergartens/${id}`)
    },
  })
}

function useChecks() {
  const t = useTexts(addKindergartenTexts)
  const shared = useTexts(adminTexts)
  const field = useTexts(fieldTexts)
  return ({ district, ownership, name, address, phone, workers }: Draft) => ({
    district: district === '' && shared('chooseDistrict'),
    ownership: ownership === null && t('chooseKind'),
    ...missingWords('name', name, field('missing')),
    ...missingWords('address', address, field('missing')),
    phone: plainPhone(phone) === null && field('phone_invalid'),
    workers: iinsIn(workers) === null && field('iin_invalid'),
  })
}

interface FieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  errorOf: (field: string) => string | undefined
}

function Fields({ draft, onChange, errorOf }: FieldsProps) {
  const t = useTexts(addKindergartenTexts)
  const shared = useTexts(adminTexts)
  const word = useTexts(kindergartenTexts)
  return (
    <Stack>
      <DistrictSelect
        id="district"
        label={shared('district')}
        none={shared('notChosen')}
        error={errorOf('district')}
        value={draft.district}
        onChoose={(district) => onChange({ district })}
      />
      <RadioGroup
        id="ownership"
        legend={t('kind')}
        error={errorOf('ownership')}
        value={draft.ownership}
        choices={OWNERSHIPS.map((value) => ({ value, label: word(value) }))}
        onChange={(ownership) => onChange({ ownership })}
      />
      <Trilingual
        legend={t('name')}
        id="name"
        value={draft.name}
        onChange={(name) => onChange({ name })}
        errorOf={errorOf}
      />
      <Trilingual
        legend={t('address')}
        id="address"
        value={draft.address}
        onChange={(address) => onChange({ address })}
        errorOf={errorOf}
      />
      <Contacts draft={draft} onChange={onChange} errorOf={errorOf} />
    </Stack>
  )
}

function Contacts({ draft, onChange, errorOf }: FieldsProps) {
  const t = useTexts(addKindergartenTexts)
  return (
    <>
      <TextField
        id="phone"
        type="tel"
        letters={16}
        label={t('phone')}
        hint={t('phoneHint')}
        error={errorOf('phone')}
        maxLength={60}
        value={draft.phone}
        onChange={(event) => onChange({ phone: event.target.value })}
      />
      <TextField
        id="website"
        inputMode="url"
        label={t('website')}
        error={errorOf('website')}
        maxLength={200}
        value={draft.website}
        onChange={(event) => onChange({ website: event.target.value })}
      />
      <TextArea
        id="workers"
        inputMode="numeric"
        label={t('workers')}
        hint={t('workersHint')}
        error={errorOf('workers')}
        maxLength={2000}
        value={draft.workers}
        onChange={(event) => onChange({ workers: event.target.value })}
      />
    </>
  )
}
