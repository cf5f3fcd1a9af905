import type { ApplicationsDifferingContactsView } from '@kezek/api'
import { formatPhone } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, Checkbox, Dialog, Notice } from '@kezek/ui'
import { useState } from 'react'

import { shortName } from '../model'
import { ownContacts } from './ownContacts'
import { SmsStill } from './SmsStill'
import { oldContactsTexts } from './texts'

type Differing = ApplicationsDifferingContactsView

interface ChooseAndTakeProps {
  /** One at least. */
  differing: readonly Differing[]
  busy: boolean
  onTake: (chosen: readonly Differing[]) => void
}

/** All are chosen at first; where there is one alone nothing is to be chosen. */
export function ChooseAndTake({ differing, busy, onTake }: ChooseAndTakeProps) {
  const t = useTexts(oldContactsTexts)
  const [left, setLeft] = useState<readonly string[]>([])
  const [step, setStep] = useState<'choosing' | 'none' | 'asking'>('choosing')
  const chosen = differing.filter(({ application_id: id }) => !left.includes(id))
  if (step === 'asking' && chosen.length === 0) setStep('choosing') // others were replaced elsewhere meanwhile
  const toggle = (id: string, on: boolean) => {
    setStep('choosing')
    setLeft(on ? left.filter((each) => each !== id) : [...left, id])
  }
  const take = () => {
    setStep('choosing')
    onTake(chosen)
  }
  return (
    <>
      {differing.length === 1 ? (
        differing.map((each) => <One key={each.application_id} differing={each} />)
      ) : (
        <fieldset>
          <legend>{t('which')}</legend>
          {differing.map((each) => (
            <Checkbox
              key={each.application_id}
              label={t('application', { child: shortName(each.child), number: each.number })}
              hint={<Told differing={each} />}
              checked={chosen.includes(each)}
              onChange={(event) => toggle(each.application_id, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
      {step === 'none' && (
        <Notice kind="bad" live>
          {t('none')}
        </Notice>
      )}
      <Button aria-disabled={busy} onClick={() => busy || setStep(chosen.length > 0 ? 'asking' : 'none')}>
        {busy ? t('taking') : t('take')}
      </Button>
      {step === 'asking' && <Ask chosen={chosen} onTake={take} onCancel={() => setStep('choosing')} />}
    </>
  )
}

function One({ differing }: { differing: Differing }) {
  const t = useTexts(oldContactsTexts)
  return (
    <div>
      <p>
        <strong>{t('application', { child: shortName(differing.child), number: differing.number })}</strong>
      </p>
      <p>
        <Told differing={differing} />
      </p>
    </div>
  )
}

/** Which contact differs, the application's beside the account's. */
function Told({ differing: { phone, email, account_phone, account_email } }: { differing: Differing }) {
  const t = useTexts(oldContactsTexts)
  return [
    account_phone && t('phone', { old: formatPhone(phone), own: formatPhone(account_phone) }),
    account_email && t('email', { old: email ?? t('noEmail'), own: account_email }),
  ]
    .filter(Boolean)
    .join(' ')
}

interface AskProps {
  chosen: readonly Differing[]
  onTake: () => void
  onCancel: () => void
}

function Ask({ chosen, onTake, onCancel }: AskProps) {
  const t = useTexts(oldContactsTexts)
  return (
    <Dialog
      title={t('ask')}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onTake}>{t('yes')}</Button>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('askText', { contacts: ownContacts(chosen) })}</p>
      <SmsStill taken={chosen} />
    </Dialog>
  )
}
