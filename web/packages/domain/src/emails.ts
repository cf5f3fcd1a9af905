import { withoutMarks } from './pasted'

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const EMAIL = new RegExp(
  `^(?=.{1,64}@)${ATOM}(?:\\.${ATOM})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}$`,
)

/** An e-mail address without spaces around it; null if it is none. */
export function plainEmail(text: string): string | null {
  const address = withoutMarks(text)
  return EMAIL.test(address) ? address : null
}
