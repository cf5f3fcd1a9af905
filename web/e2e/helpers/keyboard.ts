/** As those use a page who have no mouse: Tab, arrows, Space, Enter, and nothing else. */
import type { Locator, Page } from '@playwright/test'

const MOST = 80

/** Tab until it has the focus; among radio buttons an arrow chooses it. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < MOST; presses += 1) {
    const { reached, amongItsKind } = await target.evaluate(whereIsFocus)
    if (reached) return
    await page.keyboard.press(amongItsKind ? 'ArrowDown' : 'Tab')
  }
  throw new Error(`the keyboard does not lead to ${String(target)}`)
}

export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(page, target)
  await page.keyboard.press(key)
}

/** Runs in the page. */
function whereIsFocus(target: Element): { reached: boolean; amongItsKind: boolean } {
  const focus = document.activeElement
  const radios = focus instanceof HTMLInputElement && target instanceof HTMLInputElement && target.type === 'radio'
  return { reached: focus === target, amongItsKind: radios && focus.name === target.name }
}
