/** What is looked for in a log, kept in the address by ids that say nothing of a person. */
import { useSearchParams } from 'wouter'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const KIND = /^[a-z_]{1,60}$/

export interface Wanted {
  first: string
  last: string
  /** Of whom, or by whom; empty for everybody. */
  person: string
  reader: string
  kind: string
}

export function useWanted(): [Wanted, (change: Partial<Wanted>) => void] {
  const [params, setParams] = useSearchParams()
  const read = (name: keyof Wanted, form: RegExp) => {
    const value = params.get(name) ?? ''
    return form.test(value) ? value : ''
  }
  const wanted = {
    first: read('first', DAY),
    last: read('last', DAY),
    person: read('person', ID),
    reader: read('reader', ID),
    kind: read('kind', KIND),
  }
  const change = (next: Partial<Wanted>) => {
    const all = Object.entries({ ...wanted, ...next }).filter(([, value]) => value !== '')
    setParams(Object.fromEntries(all), { replace: true })
  }
  return [wanted, change]
}
