/** A child is given by a pick-up code: typed or read by the camera, looked at, compared with a card (domain §8.pickup). */
import { api, type KindergartensSeenPickupView, unwrap } from '@kezek/api'
import { compact, newId } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Facts, FormBox, Notice, ProblemNotice, TextField, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { canScan, Scanner } from './Scanner'
import { attendanceTexts } from './texts'

interface ByCodeProps {
  kindergarten: string
  onCancel: () => void
  /** The child whom the worker has given. */
  onGiven: (name: string) => void
}

/** What a code was found to be; `mark` is the id under which the leaving is marked, however often it is sent. */
interface Found {
  code: string
  mark: string
  seen: KindergartensSeenPickupView
}

export function ByCode({ kindergarten, onCancel, onGiven }: ByCodeProps) {
  const t = useTexts(attendanceTexts)
  const [found, setFound] = useState<Found | null>(null)
  return (
    <Card labelledBy="by-code" marked="act">
      <h2 id="by-code">{t('byCode')}</h2>
      {found ? (
        <Compare kindergarten={kindergarten} found={found} onBack={() => setFound(null)} onGiven={onGiven} />
      ) : (
        <Typing kindergarten={kindergarten} onFound={setFound} onCancel={onCancel} />
      )}
    </Card>
  )
}

interface TypingProps {
  kindergarten: string
  onFound: (found: Found) => void
  onCancel: () => void
}

const DIGITS = /^\d{8}$/

function Typing({ kindergarten, onFound, onCancel }: TypingProps) {
  const t = useTexts(attendanceTexts)
  const form = useForm<'code'>()
  const [typed, setTyped] = useState('')
  const [scans, scan] = useState(false)
  const look = useMutation({
    mutationFn: async (code: string) => {
      const params = { path: { kindergarten_id: kindergarten } }
      const seen = await unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/pickups/look', { params, body: { code } }),
      )
      return { code, mark: newId(), seen }
    },
    onSuccess: onFound,
  })
  const send = (code: string) => {
    if (form.check({ code: !DIGITS.test(code) && t('wrongCode') }) && !look.isPending) look.mutate(code)
  }
  const read = (code: string) => {
    scan(false)
    setTyped(code)
    send(code)
  }
  return (
    <FormBox onSubmit={() => send(compact(typed))}>
      {form.summary}
      <TextField
        id="code"
        label={t('code')}
        hint={t('codeHint')}
        inputMode="numeric"
        letters={16}
        maxLength={60}
        error={form.errorOf('code')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {scans && <Scanner onRead={read} onCancel={() => scan(false)} />}
      {look.error && <ProblemNotice error={look.error} />}
      <Actions>
        <Button type="submit" aria-disabled={look.isPending}>
          {t('look')}
        </Button>
        {canScan() && !scans && (
          <Button kind="second" onClick={() => scan(true)}>
            {t('scan')}
          </Button>
        )}
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}

interface CompareProps {
  kindergarten: string
  found: Found
  onBack: () => void
  onGiven: (name: string) => void
}

function Compare({ kindergarten, found: { code, mark, seen }, onBack, onGiven }: CompareProps) {
  const t = useTexts(attendanceTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const client = useQueryClient()
  const child = `${seen.surname} ${seen.given_name}`
  const use = useMutation({
    mutationFn: async () => {
      const params = { path: { kindergarten_id: kindergarten } }
      const body = { code, mark_id: mark }
      await unwrap(api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/pickups/use', { params, body }))
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['kindergartens', 'attendance'] })
      onGiven(child)
    },
  })
  const { group_year, language: spoken, kind } = seen
  const group = { year: String(group_year), language: word(`in_${spoken}`), kind: word(kind) }
  return (
    <>
      <Notice kind="important" title={t('compare')} live focused>
        {t('compareMore', { name: seen.name })}
      </Notice>
      <Facts
        items={[
          { name: t('fetcher'), value: <strong lang={language}>{seen.name}</strong> },
          { name: t('child'), value: child },
          { name: t('group'), value: t('groupOf', group) },
          { name: t('givenBy'), value: seen.given_by },
        ]}
      />
      {use.error && <ProblemNotice error={use.error} />}
      <Actions>
        <Button
          aria-disabled={use.isPending}
          onClick={() => {
            if (!use.isPending) use.mutate()
          }}
        >
          {t('letGo')}
        </Button>
        <Button kind="second" onClick={onBack}>
          {t('notTheSame')}
        </Button>
      </Actions>
    </>
  )
}
