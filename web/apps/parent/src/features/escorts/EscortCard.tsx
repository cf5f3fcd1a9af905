/** An escort with the children entrusted to them; the pencil opens the ticks, as in the manual. */
import { api, type KindergartensEscortedChildView, type KindergartensEscortView, unwrap } from '@kezek/api'
import { formatIin, formatMoment, formatPhone, plainPhone } from '@kezek/domain'
import { fieldTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Chip, Dialog, Facts, FormBox, ProblemNotice, TextField, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import { escortsQuery } from '../../shared/escorts/queries'
import { escortsTexts } from './texts'
import { Ticks } from './Ticks'

type Done = (what: 'saved' | 'removed') => void

interface EscortCardProps {
  escort: KindergartensEscortView
  enrolled: readonly KindergartensEscortedChildView[]
  open: boolean
  onOpen: (opens: boolean) => void
  onDone: Done
}

export function EscortCard({ escort, enrolled, open, onOpen, onDone }: EscortCardProps) {
  const t = useTexts(escortsTexts)
  const language = useLanguage()
  const { escort_id: id, name, iin, phone, checked, application_ids: ids, signed_in_at: signedIn } = escort
  const names = enrolled
    .filter(({ application_id }) => ids.includes(application_id))
    .map(({ given_name }) => given_name)
  return (
    <Card labelledBy={id} marked={open ? 'act' : names.length > 0}>
      <h3 id={id}>{name}</h3>
      {!checked && names.length > 0 && <Chip kind="wait">{t('toCheck')}</Chip>}
      <Facts
        items={[
          { name: t('iin'), value: formatIin(iin) },
          { name: t('phone'), value: formatPhone(phone) },
          { name: t('children'), value: names.length > 0 ? names.join(', ') : t('noChildren') },
          {
            name: t('signedIn'),
            value: signedIn ? t('signedInSince', { at: formatMoment(signedIn, language) }) : t('notSignedIn'),
          },
        ]}
      />
      {open ? (
        <Change escort={escort} enrolled={enrolled} onCancel={() => onOpen(false)} onDone={onDone} />
      ) : (
        <Actions>
          <Button kind="second" aria-label={t('changeOf', { name })} onClick={() => onOpen(true)}>
            <span aria-hidden="true">✎</span> {t('change')}
          </Button>
        </Actions>
      )}
    </Card>
  )
}

type ChangeProps = Pick<EscortCardProps, 'escort' | 'enrolled' | 'onDone'> & { onCancel: () => void }

function Change({ escort, enrolled, onCancel, onDone }: ChangeProps) {
  const t = useTexts(escortsTexts)
  const fields = useTexts(fieldTexts)
  const client = useQueryClient()
  const form = useForm<'phone'>()
  const tries = useTries(form)
  const [phone, setPhone] = useState(formatPhone(escort.phone))
  const [ticked, tick] = useState<readonly string[]>(escort.application_ids)
  const [asks, ask] = useState(false)
  const send = async () => {
    const plain = plainPhone(phone)
    if (!form.check({ phone: plain === null && fields('phone_invalid') }) || plain === null) return
    await unwrap(
      api.PUT('/api/kindergartens/me/escorts/{escort_id}', {
        params: { path: { escort_id: escort.escort_id } },
        body: { phone: plain, application_ids: [...ticked] },
      }),
    )
    await client.invalidateQueries({ queryKey: escortsQuery.queryKey })
    onDone('saved')
  }
  return (
    <FormBox onSubmit={() => tries.send(send)}>
      {form.summary}
      <TextField
        id="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        error={form.errorOf('phone')}
        type="tel"
        letters={16}
        maxLength={60}
        value={phone}
        onChange={({ target }) => setPhone(target.value)}
      />
      <Ticks enrolled={enrolled} ticked={ticked} onTick={tick} />
      <Submit tries={tries} label={t('save')} busy={t('saving')}>
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
        {escort.application_ids.length > 0 && (
          <Button kind="second" onClick={() => ask(true)}>
            {t('remove')}
          </Button>
        )}
      </Submit>
      {asks && <Remove escort={escort} onCancel={() => ask(false)} onDone={onDone} />}
    </FormBox>
  )
}

type RemoveProps = Pick<ChangeProps, 'escort' | 'onCancel' | 'onDone'>

function Remove({ escort: { escort_id, name }, onCancel, onDone }: RemoveProps) {
  const t = useTexts(escortsTexts)
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: () =>
      unwrap(api.DELETE('/api/kindergartens/me/escorts/{escort_id}', { params: { path: { escort_id } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: escortsQuery.queryKey })
      onDone('removed')
    },
  })
  return (
    <Dialog
      title={t('removeTitle', { name })}
      onCancel={onCancel}
      actions={
        <>
          <Button aria-disabled={removal.isPending} onClick={() => removal.mutate()}>
            {t('remove')}
          </Button>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('removeMore')}</p>
      {removal.error && <ProblemNotice error={removal.error} />}
    </Dialog>
  )
}
