/** Texts with marks: **bold**, [a link](/path), words of another language, as kk«…», and {numbers} of the policy. */
import { POLICY } from '@kezek/domain'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

const MARK = /\*\*(.+?)\*\*|\[([^\]]+)\]\((\/[^)\s]*)\)|(kk|ru|en)(«[^»]*»)/
const OTHER_APP = /^\/staff(\/|$)/

export function Inline({ text: written }: { text: string }): ReactNode {
  const text = withNumbers(written)
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

function withNumbers(text: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String({ ...POLICY }[name] ?? whole))
}

/** A text without its marks, as it is read. */
export function plain(written: string): string {
  const text = withNumbers(written)
  const found = MARK.exec(text)
  if (!found) return text
  const [all, bold, linked, , , quoted] = found
  const inside = plain(bold ?? linked ?? '') + (quoted ?? '')
  return text.slice(0, found.index) + inside + plain(text.slice(found.index + all.length))
}
