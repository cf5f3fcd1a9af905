/** Texts with marks: **bold**, [a link](/path), words of another language, as kk«…», and {numbers} of the policy. */
import type { Rules } from '@kezek/api'
import { POLICY } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'
import { createContext, type ReactNode, useContext } from 'react'
import { Link } from 'wouter'

import { MARK, withNumbers } from './plain'

const OTHER_APP = /^\/staff(\/|$)/

/** By whose policy the texts speak. */
export const RulesTold = createContext<Rules>(POLICY)

export function Inline({ text: written }: { text: string }): ReactNode {
  const rules = useContext(RulesTold)
  const spoken = useLanguage()
  const text = withNumbers(written, rules, spoken)
  const found = MARK.exec(text)
  if (!found) return text
  const [all, bold, linked, href = '', language, quoted] = found
  return (
    <>
      {text.slice(0, found.index)}
      {bold !== undefined && (
        <b>
          <Inline text={bold} />
        </b>
      )}
      {linked !== undefined && <To href={href} text={linked} />}
      {quoted !== undefined && <span lang={language}>{quoted}</span>}
      <Inline text={text.slice(found.index + all.length)} />
    </>
  )
}

function To({ href, text }: { href: string; text: string }) {
  if (OTHER_APP.test(href)) return <a href={href}>{text}</a>
  return (
    <Link href={href}>
      <Inline text={text} />
    </Link>
  )
}
