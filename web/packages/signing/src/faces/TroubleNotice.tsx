/** Why there is no signature: what happened, what did not, and what to do. */
import { type Say, useTexts } from '@kezek/i18n'
import { Notice, ProblemNotice } from '@kezek/ui'
import type { ReactNode } from 'react'

import type { Trouble } from '../act/state'
import { NcalayerError } from '../ncalayer/failure'
import { signingTexts } from '../texts'
import css from './faces.module.css'

type T = Say<NonNullable<(typeof signingTexts)['base']>>

interface TroubleProps {
  trouble: Trouble
  /** What did not happen. */
  nothing: string
  /** Takes the focus where nothing has it any more: the button that was pressed is gone. */
  catches?: boolean
  /** The way on. */
  children?: ReactNode
}

export function TroubleNotice({ trouble, nothing, catches = false, children }: TroubleProps) {
  const focused = catches && 'ifLost'
  if (!(trouble instanceof NcalayerError))
    return (
      <ProblemNotice error={trouble} focused={focused}>
        {children}
      </ProblemNotice>
    )
  return (
    <NcalayerNotice failure={trouble} nothing={nothing} focused={focused}>
      {children}
    </NcalayerNotice>
  )
}

type NcalayerProps = Omit<TroubleProps, 'trouble' | 'catches'> & { failure: NcalayerError; focused: 'ifLost' | false }

function NcalayerNotice({ failure, nothing, focused, children }: NcalayerProps) {
  const t = useTexts(signingTexts)
  return (
    <Notice
      kind={failure.reason === 'cancelled' ? 'important' : 'bad'}
      live
      focused={focused}
      title={`${t(failure.reason)}.`}
    >
      <p>{nothing}</p>
      <ol className={css.advice}>
        {advice(failure, t).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {children}
    </Notice>
  )
}

function advice({ reason, detail }: NcalayerError, t: T): string[] {
  switch (reason) {
    case 'not_running':
      return [t('not_running_1'), t('not_running_2'), t('not_running_3')]
    case 'blocked_by_browser':
      return [t('blocked_by_browser_1'), t('blocked_by_browser_2'), t('blocked_by_browser_3')]
    case 'cancelled':
      return [t('cancelled_1')]
    case 'wrong_key_kind':
      return [t('wrong_key_kind_1'), t('wrong_key_kind_2')]
    case 'timed_out':
      return [t('timed_out_1'), t('timed_out_2')]
    case 'closed':
      return [t('closed_1')]
    case 'protocol':
      return [t('protocol_1'), t('protocol_2', { detail: detail ?? reason })]
  }
}
