import { api, type ApplicationsCounterLook, unwrap } from '@kezek/api'
import { formatDate, plainIin } from '@kezek/domain'
import { fieldTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Facts, FormBox, Lines, Notice, Small, TextField, useForm } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { counterTexts } from './texts'

export interface Looked extends ApplicationsCounterLook {
  applicant_iin: string
  child_iin: string
  /** Whether the paper can be entered. */
  good: boolean
}

interface LookProps {
  district: string
  looked: Looked | null
  onLooked: (looked: Looked | null) => void
}

/** Whose paper it is: both by the register, and who may stand here twice. */
export function Look({ district, looked, onLooked }: LookProps) {
  const t = useTexts(counterTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<'applicant_iin' | 'child_iin'>()
  const [typed, setTyped] = useState({ applicant_iin: '', child_iin: '' })
  const look = useMutation({
    mutationFn: (body: typeof typed) => unwrap(api.POST('/api/applications/desk/counter/look', { body })),
    onSuccess: (found, body) => {
      const good = found.child !== null && found.child_districts.includes(district) && !found.live_application
      onLooked({ ...found, ...body, good })
    },
    onError: form.fail,
  })
  const send = () => {
    onLooked(null)
    const [applicant_iin, child_iin] = [plainIin(typed.applicant_iin), plainIin(typed.child_iin)]
    const good = form.check({
      applicant_iin: applicant_iin === null && field('iin_invalid'),
      child_iin: child_iin === null && field('iin_invalid'),
    })
    if (good && applicant_iin !== null && child_iin !== null && !look.isPending)
      look.mutate({ applicant_iin, child_iin })
  }
  return (
    <>
      <Card labelledBy="who" marked>
        <h2 id="who">{t('who')}</h2>
        <FormBox onSubmit={send}>
          {form.summary}
          {(['applicant_iin', 'child_iin'] as const).map((name) => (
            <TextField
              key={name}
              id={name}
              label={t(name === 'applicant_iin' ? 'applicantIin' : 'childIin')}
              hint={name === 'applicant_iin' ? t('applicantHint') : undefined}
              error={form.errorOf(name)}
              inputMode="numeric"
              maxLength={40}
              value={typed[name]}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
          ))}
          <Button type="submit" aria-disabled={look.isPending}>
            {look.isPending ? t('looking') : t('look')}
          </Button>
        </FormBox>
        <Small>{t('isLogged')}</Small>
      </Card>
      {looked && <Known looked={looked} district={district} />}
    </>
  )
}

function Known({ looked, district }: { looked: Looked; district: string }) {
  const t = useTexts(counterTexts)
  const nameOf = useDistrictNames()
  const language = useLanguage()
  const { applicant, child, child_birth_date: born, child_districts: districts, likely } = looked
  if (!applicant) return <Notice kind="bad" title={t('applicantUnknown')} live />
  if (!child) return <Notice title={t('notOwn')} live />
  return (
    <Card labelledBy="known">
      <h2 id="known">{t('known')}</h2>
      <Facts
        items={[
          { name: t('applicant'), value: fullName(applicant) },
          { name: t('child'), value: fullName(child) },
          ...(born ? [{ name: t('born'), value: formatDate(born, language) }] : []),
          { name: t('registered'), value: districts.map(nameOf).join(', ') },
        ]}
      />
      {!districts.includes(district) && <Notice kind="bad" title={t('elsewhere')} live />}
      {looked.live_application && <Notice kind="bad" title={t('live')} live />}
      {likely.length > 0 && (
        <Notice title={t('likely')} live>
          <p>{t('likelyAbout')}</p>
          <Lines>
            {likely.map(({ application_id: id, number, district: where }) => (
              <li key={number}>
                {id === null ? `№ ${number}, ${nameOf(where)}` : <Link href={`/desk/${id}`}>{`№ ${number}`}</Link>}
              </li>
            ))}
          </Lines>
        </Notice>
      )}
    </Card>
  )
}

function fullName({ surname, given_name, patronymic }: NonNullable<ApplicationsCounterLook['child']>): string {
  return [surname, given_name, patronymic].filter(Boolean).join(' ')
}
