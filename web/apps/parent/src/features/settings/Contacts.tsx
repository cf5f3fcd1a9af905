import type { AuthMe } from '@kezek/api'
import { formatPhone } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Facts, Notice } from '@kezek/ui'
import { useState } from 'react'

import { type Channel, EMAIL, PHONE } from '../../shared/contact/channels'
import { ContactChange, forgetContact } from '../../shared/contact/ContactChange'
import { useKept } from '../../shared/kept'
import { settingsTexts } from './texts'

export function Contacts({ me }: { me: AuthMe }) {
  const t = useTexts(settingsTexts)
  return (
    <Card labelledBy="contacts">
      <h2 id="contacts">{t('contacts')}</h2>
      <p>{t('contactsAbout')}</p>
      <Contact
        channel={EMAIL}
        name={t('email')}
        value={EMAIL.of(me)}
        change={t('changeEmail')}
        done={t('emailChanged')}
      />
      <Contact
        channel={PHONE}
        name={t('phone')}
        value={me.phone && formatPhone(me.phone)}
        change={me.phone ? t('changePhone') : t('addPhone')}
        done={t('phoneChanged')}
      />
    </Card>
  )
}

interface ContactProps {
  channel: Channel
  name: string
  value: string | null
  change: string
  done: string
}

function Contact({ channel, name, value, change, done }: ContactProps) {
  const t = useTexts(settingsTexts)
  const [changing, setChanging] = useKept(`settings.${channel.name}`, false)
  const [said, setSaid] = useState('')
  return (
    <>
      <Facts items={[{ name, value: value ?? t('none') }]} />
      {changing ? (
        <ContactChange
          channel={channel}
          onDone={() => {
            setChanging(undefined)
            setSaid(done)
          }}
        >
          <Button
            kind="second"
            onClick={() => {
              forgetContact(channel)
              setChanging(undefined)
            }}
          >
            {t('cancel')}
          </Button>
        </ContactChange>
      ) : (
        <Button
          kind="second"
          small
          onClick={() => {
            setSaid('')
            setChanging(true)
          }}
        >
          {change}
        </Button>
      )}
      {said && (
        <Notice kind="ok" live focused="ifLost">
          {said}
        </Notice>
      )}
    </>
  )
}
