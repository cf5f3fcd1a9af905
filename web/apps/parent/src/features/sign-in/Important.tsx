import { Notice } from '@kezek/ui'

/** «МАҢЫЗДЫ! …»: the word before the first exclamation mark stands out. */
export function Important({ children }: { children: string }) {
  const [, word, rest] = /^(\S+!)\s+(.+)$/s.exec(children) ?? []
  return word === undefined ? <Notice>{children}</Notice> : <Notice title={word}>{rest}</Notice>
}
