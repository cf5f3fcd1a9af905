import type { ApplicationsFormView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Notice, Select } from '@kezek/ui'

import { applicationPageTexts } from './texts'

export type Benefit = ApplicationsFormView['benefits'][number]

interface WhichBenefitProps {
  benefits: readonly Benefit[]
  error: string | undefined
  value: string
  /** Whether the district asks for the proof at the call. */
  atCall: boolean
  twins: boolean
  onChange: (code: string) => void
}

/** A benefit of the list, with what shows it. */
export function WhichBenefit({ benefits, error, value, atCall, twins, onChange }: WhichBenefitProps) {
  const t = useTexts(applicationPageTexts)
  const chosen = benefits.find(({ code }) => code === value)
  return (
    <>
      <Select
        id="benefit"
        label={t('addWhich')}
        error={error}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t('addNone')}</option>
        {benefits.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      {chosen && (
        <p>
          {t('addProof', { proof: chosen.proof })}{' '}
          {chosen.proof_months !== null && t('addMonths', { n: chosen.proof_months })}
        </p>
      )}
      {twins && <p>{t('addTwins')}</p>}
      {atCall && (
        <Notice kind="info">
          <p>{t('addAtCall')}</p>
        </Notice>
      )}
    </>
  )
}
