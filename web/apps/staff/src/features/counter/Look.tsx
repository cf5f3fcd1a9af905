import { api, ApiError, type ApplicationsCounterLook, unwrap } from '@kezek/api'
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
  /** The register did not answer: what is entered is checked once it does. */
  silent: boolean
  /** Whether the paper can be entered. */
  good: boolean
}

interface LookProps {
  district: string
  looked: Looked | null
  onLooked: (looked: Looked | null) => void
}

const NOTHING: ApplicationsCounterLook = {
  ...{
    applicant: null,
    child: null,
    child_birth_date: null,
    child_districts: [],
    live_application: false,
    iin_tells_another_day: false,
    likely: [],
  },
}

/** Whose paper it is: both by the register, and who may stand here twice. */
export function Look({ district, looked, onLooked }: LookProps) {
  const t = useTexts(counterTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<'applicant_iin' | 'child_iin'>()
  const [typed, setTyped] = useState({ applicant_iin: '', child_iin: '' })
  const look = useMutation({
    mutationFn: (body: typeof typed) => unwrap(api.POST('/api/applications/desk/counter/look', { body })),
    onSuccess: (found, body) =>
      onLooked({ ...found, ...body, silent: false, good: found.applicant !== null && !found.live_application }),
    onError: (error, body) => {
      if (error instanceof ApiError && error.is('register_unavailable'))
        onLooked({ ...NOTHING, ...body, silent: true, good: true })
      else form.fail(error)
    },
  })
  const send = () => {
    const [applicant_iin, child_iin] = [plainIin(typed.applicant_iin), plainIin(typed.child_iin)]
    const good = form.check({
      applicant_iin: applicant_iin === null && field('iin_invalid'),
      child_iin: child_iin === null && field('iin_invalid'),
    })
    if (!good || applicant_iin === null || child_iin === null || look.isPending) return
    // what is written of another paper is not kept
    onLooked(null)
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
  if (looked.silent)
    return (
      <Notice title={t('silent')} live>
        <p>{t('silentAbout')}</p>
      </Notice>
    )
  if (!applicant) return <Notice kind="bad" title={t('applicantUnknown')} live />
  return (
    <Card labelledBy="known">
      <h2 id="known">{t('known')}</h2>
      <Facts
        items={[
          { name: t('applicant'), value: fullName(applicant) },
          ...(child ? [{ name: t('child'), value: fullName(child) }] : []),
          ...(born ? [{ name: t('born'), value: formatDate(born, language) }] : []),
          ...(child ? [{ name: t('registered'), value: districts.map(nameOf).join(', ') || t('nowhere') }] : []),
        ]}
      />
      {looked.iin_tells_another_day && <Notice title={t('anotherDay')} live />}
      {!child && !looked.live_application && <Notice title={t('notOwn')} live />}
      {child && !districts.includes(district) && <Notice title={t('elsewhere')} live />}
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
