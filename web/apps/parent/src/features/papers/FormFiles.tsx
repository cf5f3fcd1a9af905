/** The three forms of one child: photographed or chosen, sent at once; what came the last time may stay [M5.42–48, 53]. */
import type { ReferralsAwaitedView, ReferralsPaperForm, ReferralsPapersBody } from '@kezek/api'
import { admissionTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, Notice, useForm } from '@kezek/ui'
import { type Files, FilesField, useFiles } from '@kezek/ui/files'
import { useState } from 'react'

import { Contract } from '../../shared/contract/Contract'
import { contractTexts } from '../../shared/contract/texts'
import { draftOf, FORMS, mostOf, type Typed } from './fields'
import { papersTexts } from './texts'
import { Together, useShared } from './Together'

interface FormFilesProps {
  child: ReferralsAwaitedView
  typed: Typed
  onNext: (body: ReferralsPapersBody) => void
}

export interface One {
  form: ReferralsPaperForm
  files: Files
  /** Of the last time, as long as no other is chosen. */
  kept: ReferralsAwaitedView['kept']
}

export function FormFiles({ child, typed, onNext }: FormFilesProps) {
  const t = useTexts(papersTexts)
  const words = useTexts(admissionTexts)
  const contracts = useTexts(contractTexts)
  const form = useForm<ReferralsPaperForm | 'together' | 'contract'>()
  const [contract, setContract] = useState<string | null>(null)
  const [replaced, setReplaced] = useState<readonly ReferralsPaperForm[]>([])
  const [busy, setBusy] = useState(false)
  const f065 = useFilesOf(child, '065')
  const f027 = useFilesOf(child, '027')
  const f0522 = useFilesOf(child, '052-2')
  const filesOf: Record<ReferralsPaperForm, Files> = { '065': f065, '027': f027, '052-2': f0522 }
  const all: One[] = FORMS.map((each) => ({
    form: each,
    files: filesOf[each],
    kept: replaced.includes(each) ? [] : child.kept.filter((file) => file.form === each),
  }))
  const shared = useShared(child, all)
  const send = async () => {
    const wrong = Object.fromEntries(all.map((one) => [one.form, missing(one, needed(child, all), t)]))
    const unread = contract === null && contracts('missing')
    if (!form.check({ ...wrong, together: shared.wrong, contract: unread }) || busy) return
    setBusy(true)
    const body = await bodyOf(all, typed)
    setBusy(false)
    if (body) onNext({ ...body, contract })
  }
  return (
    <Card labelledBy="forms">
      <h2 id="forms">{t('upload')}</h2>
      <Notice title={t('copiesTitle')}>
        <p>{t('copies')}</p>
      </Notice>
      <p>{t('limits', { files: child.files, megabytes: child.megabytes })}</p>
      <FormBox onSubmit={() => void send()}>
        {form.summary}
        {all.map((one) =>
          one.kept.length > 0 ? (
            <Kept key={one.form} one={one} onReplace={() => setReplaced([...replaced, one.form])} />
          ) : (
            <FilesField
              key={one.form}
              id={one.form}
              files={one.files}
              legend={words(`form_${one.form}`)}
              hint={t(`hint_${one.form}`)}
              error={form.errorOf(one.form)}
            />
          ),
        )}
        <Together id="together" {...shared} megabytes={child.megabytes} />
        <Contract
          id="contract"
          referral={child.referral_id}
          receipt={contract}
          onTick={setContract}
          error={form.errorOf('contract')}
        />
        <Actions>
          <Button type="submit" aria-disabled={busy}>
            {t('toSign')}
          </Button>
        </Actions>
      </FormBox>
    </Card>
  )
}

function useFilesOf(child: ReferralsAwaitedView, form: ReferralsPaperForm): Files {
  const limits = { most: mostOf(child), megabytes: child.megabytes, shared: true }
  return useFiles({ purpose: 'admission_paper', draftId: draftOf(child, form), district: child.district }, limits)
}

function Kept({ one, onReplace }: { one: One; onReplace: () => void }) {
  const t = useTexts(papersTexts)
  const words = useTexts(admissionTexts)
  const name = words(`form_${one.form}`)
  return (
    <div>
      <h3>{name}</h3>
      <p>{t('stays', { files: one.kept.map((file) => file.name).join(', ') })}</p>
      <Button kind="second" small aria-label={t('replaceOf', { name })} onClick={onReplace}>
        {t('replace')}
      </Button>
    </div>
  )
}

/** A policy that takes fewer files than there are forms asks for one at least (domain §8.papers). */
function needed(child: ReferralsAwaitedView, all: readonly One[]): boolean {
  return child.files >= FORMS.length || all.every(({ files, kept }) => files.items.length + kept.length === 0)
}

type Missing = 'formMissing' | 'waitsForFile'

function missing({ files, kept }: One, need: boolean, t: (name: Missing) => string): string | false {
  if (kept.length > 0) return false
  if (files.items.length === 0) return need && t('formMissing')
  return files.hindrance !== null && t('waitsForFile')
}

/** Null when a file is no longer there: that is shown where it stood. */
async function bodyOf(all: readonly One[], typed: Typed): Promise<ReferralsPapersBody | null> {
  const files: NonNullable<ReferralsPapersBody['files']> = []
  const kept: string[] = []
  for (const one of all) {
    kept.push(...one.kept.map((file) => file.file_id))
    if (one.kept.length > 0) continue
    const receipts = await one.files.receipts()
    if (receipts === null) return null
    files.push(...receipts.map((receipt) => ({ form: one.form, receipt })))
  }
  return {
    identity: { number: typed.number, issued_by: typed.issuedBy, valid_until: typed.validUntil },
    address: typed.address,
    email: typed.email,
    phone: typed.phone,
    files,
    kept,
  }
}
