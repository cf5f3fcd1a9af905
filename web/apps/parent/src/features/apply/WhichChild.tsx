import type { ApplicationsChildView } from '@kezek/api'
import { formatDate, formatIin } from '@kezek/domain'
import { type Say, useLanguage, useTexts } from '@kezek/i18n'
import { type Choice, Notice, RadioGroup, Spinner, TextField } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { Link } from 'wouter'

import { fullName } from '../../shared/applications/model'
import { childrenQuery } from '../../shared/applications/queries'
import { type Form, OTHER } from './form'
import { applyTexts } from './texts'

type T = Say<NonNullable<(typeof applyTexts)['base']>>

interface WhichChildProps {
  form: Form
  change: (part: Partial<Form>) => void
  errorOf: (field: 'child' | 'other-iin') => string | undefined
}

/** The register's children, each with what stands in the way; another one by its IIN. */
export function WhichChild({ form, change, errorOf }: WhichChildProps) {
  const t = useTexts(applyTexts)
  const language = useLanguage()
  const { data: children, isPending, isError } = useQuery(childrenQuery)
  const onlyTyped = isError || children?.length === 0
  const chooseTyped = useEffectEvent(() => {
    const chosen = form.child !== '' && form.child !== OTHER
    change({ child: OTHER, ...(chosen && { otherIin: form.child }) })
  })
  useEffect(() => {
    if (onlyTyped) chooseTyped()
  }, [onlyTyped])
  const iin = (
    <TextField
      id="other-iin"
      inputMode="numeric"
      letters={16}
      label={t('childIin')}
      hint={t('childIinHint')}
      error={errorOf('other-iin')}
      value={form.otherIin}
      onChange={({ target }) => change({ otherIin: target.value })}
    />
  )
  if (isPending) return <Spinner />
  if (onlyTyped)
    return (
      <>
        {isError && <Notice>{t('childrenSilent')}</Notice>}
        {iin}
        <p>{t('childFromRegister')}</p>
      </>
    )
  const choices = children.map((child) => choiceOf(child, t, formatDate(child.birth_date, language)))
  return (
    <RadioGroup
      id="child"
      legend={t('whichChild')}
      hint={t('childFromRegister')}
      error={errorOf('child')}
      value={form.child || null}
      choices={[...choices, { value: OTHER, label: t('otherChild'), inside: iin }]}
      onChange={(child) => {
        const chosen = children.find((each) => each.iin === child)
        change({ child, ...(chosen && { district: chosen.district }) })
      }}
    />
  )
}

function choiceOf(child: ApplicationsChildView, t: T, born: string): Choice<string> {
  const { iin, obstacle, application_id: application } = child
  const facts = `${t('childIin')}: ${formatIin(iin)}. ${t('childBirthDate')}: ${born}.`
  if (!obstacle) return { value: iin, label: fullName(child), hint: facts }
  const hint = (
    <>
      <p>{facts}</p>
      <p>
        {t(obstacle)}. {application && <Link href={`/journal/${application}`}>{t('openApplication')}</Link>}
      </p>
    </>
  )
  return { value: iin, label: fullName(child), hint, disabled: true }
}
