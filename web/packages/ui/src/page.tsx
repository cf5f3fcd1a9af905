/** A page with its own chunk: its code and its texts are fetched side by side. */
import { currentLanguage, type Texts } from '@kezek/i18n'
import { type ComponentType, lazy } from 'react'

type AnyTexts = Pick<Texts<unknown>, 'load'>

export function page(load: () => Promise<{ default: ComponentType }>, ...texts: AnyTexts[]) {
  return lazy(async () => {
    const [module] = await Promise.all([load(), ...texts.map((each) => each.load(currentLanguage()))])
    return module
  })
}
