import type { ApplicationsCounterBody } from '@kezek/api'
import { bodyOfAsked, formQuery, nothingAsked, type PartProps } from '@kezek/application-form'
import { plainEmail, plainPhone } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, FormBox, Loaded, useForm } from '@kezek/ui'
import { useFiles } from '@kezek/ui/files'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Contacts, type Reached } from './Contacts'
import type { Looked } from './Look'
import { Questions } from './Questions'
import { Sign } from './Sign'
import { Signed } from './Signed'
import { counterTexts } from './texts'
import { type PaperField, useChecks, type Writing } from './useChecks'

export type Filled = Omit<ApplicationsCounterBody, 'person'>

interface PaperProps {
  looked: Looked
  district: string
  /** In which the officer's statement is written. */
  language: string
  onDone: (entered: { application_id: string; number: string }) => void
}

/** The limits of the scan are the district's: nothing is handed in before they are known. */
export function Paper(props: PaperProps) {
  const query = useQuery(formQuery(props.district))
  return (
    <Loaded query={query}>
      {({ files, megabytes, benefit_proved_at_call: later }) => (
        <Written {...props} most={files} megabytes={megabytes} proofLater={later} />
      )}
    </Loaded>
  )
}

interface WrittenProps extends PaperProps {
  most: number
  megabytes: number
  /** A benefit is proved at the call. */
  proofLater: boolean
}

/** What the family has written and signed: the scan of the paper first, then what stands on it. */
function Written({ looked, district, language, onDone, most, megabytes, proofLater }: WrittenProps) {
  const t = useTexts(counterTexts)
  const own = looked.child !== null
  const spoken = useLanguage()
  const [writing, setWriting] = useState<Writing>(() => emptyOf(looked, district, spoken))
  const [filled, setFilled] = useState<Filled | null>(null)
  const { asked, reached, undertaking } = writing
  const draftId = asked.filesDraft
  const files = useFiles({ purpose: 'counter_statement', draftId, district }, { most, megabytes })
  const form = useForm<PaperField>()
  const checks = useChecks({ ...writing, looked, district, files, proofLater })
  const next = async () => {
    const body = form.check(checks()) ? bodyOfAsked(asked, looked.child_iin, own, proofLater) : null
    const statement = body && (await files.receipts())
    const phone = plainPhone(reached.phone)
    if (body === null || statement === null || phone === null) return
    setFilled({
      ...{ ...body, child_iin: looked.child_iin, district, phone, email: plainEmail(reached.email) },
      ...{ language: reached.language, statement, texts_version: '' },
      ...{ data_kept_current: true, algorithm_read: true },
    })
  }
  if (filled) {
    // in which language the family is written to stands in no sentence
    const of = { looked, filled, name: `${draftId}.${filled.language}`, language }
    return <Sign {...of} onBack={() => setFilled(null)} onDone={onDone} />
  }
  const change: PartProps['change'] = (part) =>
    setWriting((now) => ({
      ...now,
      asked: { ...now.asked, ...(typeof part === 'function' ? part(now.asked) : part) },
    }))
  return (
    <FormBox onSubmit={() => void next()}>
      {form.summary}
      <Signed
        files={files}
        undertaking={undertaking}
        errorOf={form.errorOf}
        onUndertaking={(given) => setWriting((now) => ({ ...now, undertaking: given }))}
      />
      <Questions asked={asked} change={change} errorOf={form.errorOf} own={own} district={district}>
        <Contacts
          reached={reached}
          errorOf={form.errorOf}
          change={(part) => setWriting((now) => ({ ...now, reached: { ...now.reached, ...part } }))}
        />
      </Questions>
      <Button type="submit">{t('next')}</Button>
    </FormBox>
  )
}

/** A child that is registered elsewhere, or is not the applicant's, is one of papers: what is certain is ticked. */
function emptyOf(looked: Looked, district: string, language: Reached['language']): Writing {
  const { child, child_districts: districts } = looked
  const nonResident = child !== null && !districts.includes(district)
  return {
    asked: { ...nothingAsked(), nonResident },
    reached: { phone: '', email: '', language },
    undertaking: false,
  }
}
