/** A page with its own chunk: its code and its texts are fetched side by side. */
import { currentLanguage, type Texts } from '@kezek/i18n'
import { type ComponentType, lazy } from 'react'

type AnyTexts = Pick<Texts<unknown>, 'load'>

/** The connection broke, or a newer release has taken the place of what was asked for. */
export class NotFetchedError extends Error {}

export function page<Props = object>(load: () => Promise<{ default: ComponentType<Props> }>, ...texts: AnyTexts[]) {
  return lazy(async () => {
    const fetching = Promise.all([load(), ...texts.map((each) => each.load(currentLanguage()))])
    const [module] = await fetching.catch((cause: unknown) => {
      throw new NotFetchedError('a page could not be fetched', { cause })
    })
    return module
  })
}
