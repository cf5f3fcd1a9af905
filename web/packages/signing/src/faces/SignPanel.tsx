/**
 * What is signed, in full, directly above its button, and the three steps of signing it. Shown, it fetches the document
 * or takes up the act that was begun before.
 */
import { type Say, useTexts } from '@kezek/i18n'
import { Button, focusPage, Notice, Progress, Small, Spinner, Statement, useMedia } from '@kezek/ui'
import { type ReactNode, useEffect, useEffectEvent } from 'react'

import { type ActState, documentIn, isBusy } from '../act/state'
import type { Act } from '../act/useAct'
import { signingTexts } from '../texts'
import css from './faces.module.css'
import { OldNames } from './OldNames'
import { TroubleNotice } from './TroubleNotice'
import { useLate } from './useLate'

type T = Say<NonNullable<(typeof signingTexts)['base']>>

interface SignPanelProps {
  act: Act<unknown>
  /** The button in the manual's words: «Қол қою және жіберу». */
  label?: string
  /** A kindergarten's act: its organisation's key may sign it, too. */
  ofKindergarten?: boolean
  /** What happens afterwards. */
  children?: ReactNode
}

const STEP_OF: Record<ActState<unknown>['at'], number> = {
  start: 0,
  preparing: 0,
  ready: 0,
  signing: 1,
  elsewhere: 1,
  checking: 2,
  done: 3,
  over: 0,
}

export function SignPanel({ act, label, ofKindergarten = false, children }: SignPanelProps) {
  const t = useTexts(signingTexts)
  const { state } = act
  const begin = useEffectEvent(act.begin)
  const { at } = state
  useEffect(() => {
    if (at === 'start') begin()
  }, [at])
  if (at === 'over') return <Over act={act} />
  if (at === 'start' || at === 'preparing') return <Spinner>{t('preparing')}</Spinner>
  return (
    <div className={css.panel}>
      <Paper state={state} />
      {at === 'ready' || isBusy(state) ? (
        <SignButton act={act} label={label ?? t('sign')} />
      ) : (
        <Notice kind="ok" title={t('done')} live focused="ifLost" />
      )}
      {at === 'ready' && state.trouble && <TroubleNotice trouble={state.trouble} nothing={t('notSigned')} />}
      <Going act={act} ofKindergarten={ofKindergarten} />
      {at === 'ready' && <OnPhone />}
      {at === 'ready' && <OldNames />}
      {children}
    </div>
  )
}

function Paper({ state }: { state: ActState<unknown> }) {
  const t = useTexts(signingTexts)
  const document = documentIn(state)
  if (!document) return null
  return (
    <Statement title={t('statement')}>
      {document.statement.map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
    </Statement>
  )
}

/** Off while a signature is on its way; the focus stays on it. */
function SignButton({ act, label }: { act: Act<unknown>; label: string }) {
  const t = useTexts(signingTexts)
  const { state } = act
  if (!documentIn(state)) return null
  const failed = state.at === 'ready' && state.trouble !== undefined
  return (
    <>
      <Button aria-disabled={isBusy(state)} onClick={act.sign}>
        {failed ? t('again') : label}
      </Button>
      {failed && <Small>{t('againOldName')}</Small>}
    </>
  )
}

function Going({ act, ofKindergarten }: { act: Act<unknown>; ofKindergarten: boolean }) {
  const t = useTexts(signingTexts)
  const { state } = act
  const late = useLate(state.at)
  const waits = late && (state.at === 'signing' || state.at === 'elsewhere')
  return (
    <Progress
      steps={[t('stepDocument'), t('stepNcalayer'), t('stepCheck')]}
      current={STEP_OF[state.at]}
      said={said(state, t, late, ofKindergarten)}
      action={waits && <Cancel act={act} />}
    />
  )
}

function Cancel({ act }: { act: Act<unknown> }) {
  const t = useTexts(signingTexts)
  return (
    <Button kind="second" small onClick={act.cancel}>
      {t('cancel')}
    </Button>
  )
}

function said(state: ActState<unknown>, t: T, late: boolean, ofKindergarten: boolean): string {
  switch (state.at) {
    case 'signing':
      if (state.browserAsks) return t('browserAsks')
      return late ? t('stillSigning') : t('signing')
    case 'elsewhere':
      return t('elsewhere')
    case 'checking':
      if (state.waitsFor) return `${t('waits')} ${t('mayLeave')}`
      if (state.lost) return `${t('lost')} ${t('mayLeave')}`
      return late ? `${t('stillChecking')} ${t('mayLeave')}` : t('checking')
    case 'ready':
      return ofKindergarten ? t('beforeSignOfKindergarten') : t('beforeSign')
    default:
      return ''
  }
}

function Over({ act }: { act: Act<unknown> }) {
  const t = useTexts(signingTexts)
  if (act.state.at !== 'over') return null
  return (
    <TroubleNotice trouble={act.state.trouble} nothing={t('notSigned')} catches>
      <Button
        kind="second"
        small
        onClick={(event) => {
          focusPage(event.currentTarget)
          act.begin()
        }}
      >
        {t('prepareAgain')}
      </Button>
    </TroubleNotice>
  )
}

/** NCALayer does not exist on a phone. */
function OnPhone() {
  const t = useTexts(signingTexts)
  const phone = useMedia('(hover: none) and (pointer: coarse)')
  if (!phone) return null
  return (
    <Notice title={t('onPhone')}>
      <p>{t('onPhoneAdvice')}</p>
    </Notice>
  )
}
