/** «Еріп жүрушілер»: who may bring and fetch one's enrolled children (domain §8.escorts). */
import type { AuthMe, KindergartensEscortedChildView, KindergartensEscortsView } from '@kezek/api'
import { formatIin, formatPhone } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import {
  Actions,
  AsOf,
  BackLink,
  Button,
  Card,
  EmptyState,
  Facts,
  LinkButton,
  Loaded,
  Notice,
  Page,
  SignedIn,
} from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { AddEscort } from './AddEscort'
import { EscortCard } from './EscortCard'
import { escortsQuery } from '../../shared/escorts/queries'
import { escortsTexts } from './texts'

export default function EscortsPage() {
  const t = useTexts(escortsTexts)
  return (
    <SignedIn>
      {(me) => (
        <>
          <BackLink href="/cabinet">{t('cabinet')}</BackLink>
          <Page narrow title={t('title')} lead={t('lead')}>
            <Asked me={me} />
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Asked({ me }: { me: AuthMe }) {
  const query = useQuery(escortsQuery)
  return (
    <>
      <Loaded query={query}>{(found) => <Found me={me} {...found} />}</Loaded>
      {query.data && <AsOf at={query.dataUpdatedAt} />}
    </>
  )
}

/** What is open: the form of a new escort, or that of one who is known, by id. */
type Open = 'add' | (string & {}) | null

function Found({ me, children, items }: KindergartensEscortsView & { me: AuthMe }) {
  const t = useTexts(escortsTexts)
  const [open, setOpen] = useState<Open>(null)
  const [done, setDone] = useState<'saved' | 'removed' | null>(null)
  const [first] = children
  if (!first) return <EmptyState title={t('notYet')}>{t('notYetMore')}</EmptyState>
  const show = (next: Open) => {
    setDone(null)
    setOpen(next)
  }
  const finish = (what: 'saved' | 'removed') => {
    setOpen(null)
    setDone(what)
  }
  return (
    <>
      {done && <Notice kind="ok" title={t(done)} live />}
      <You me={me} />
      <h2>{t('others')}</h2>
      {items.length === 0 && <p>{t('none')}</p>}
      {items.map((escort) => (
        <EscortCard
          key={escort.escort_id}
          escort={escort}
          enrolled={children}
          open={open === escort.escort_id}
          onOpen={(opens) => show(opens ? escort.escort_id : null)}
          onDone={finish}
        />
      ))}
      {open === 'add' ? (
        <AddEscort enrolled={children} onCancel={() => show(null)} onDone={() => finish('saved')} />
      ) : (
        <Button kind={items.length === 0 ? 'main' : 'second'} onClick={() => show('add')}>
          {t('add')}
        </Button>
      )}
      <OnceOnly />
      <Rules of={first} />
    </>
  )
}

function You({ me }: { me: AuthMe }) {
  const t = useTexts(escortsTexts)
  return (
    <Card labelledBy="you">
      <h2 id="you">
        {t('you')}: {me.name}
      </h2>
      <Facts
        items={[
          { name: t('iin'), value: formatIin(me.iin) },
          { name: t('phone'), value: me.phone ? formatPhone(me.phone) : t('noPhone') },
        ]}
      />
      <p>{t('youMore')}</p>
    </Card>
  )
}

/** For who comes once: a code, on a page of its own. */
function OnceOnly() {
  const t = useTexts(escortsTexts)
  return (
    <Card labelledBy="once">
      <h2 id="once">{t('once')}</h2>
      <p>{t('onceMore')}</p>
      <Actions>
        <LinkButton kind="second" href="/pickups">
          {t('pickups')}
        </LinkButton>
      </Actions>
    </Card>
  )
}

function Rules({ of }: { of: KindergartensEscortedChildView }) {
  const t = useTexts(escortsTexts)
  return (
    <Card labelledBy="rules">
      <h2 id="rules">{t('rules')}</h2>
      <ul>
        <li>{t('ruleMost', { most: of.most_escorts })}</li>
        <li>{t('ruleAge', { years: of.escort_from_years })}</li>
        <li>{t('ruleStaff')}</li>
        <li>{t('ruleChildren', { most: of.most_children_of_escort })}</li>
        <li>{t('ruleData')}</li>
        <li>{t('ruleParent')}</li>
        <li>{t('ruleNow')}</li>
      </ul>
    </Card>
  )
}
