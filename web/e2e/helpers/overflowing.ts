import type { Page } from '@playwright/test'

/** What is wider than the window or cut off by the box it stands in, as `tag.class: text`. */
export function overflowing(page: Page, width: number): Promise<string[]> {
  return page.evaluate((wide) => {
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((each) => each.checkVisibility())
    return [...new Set(seen.filter((each) => isCut(each) || isOutside(each)).map(nameOf))]

    function isCut(each: HTMLElement): boolean {
      const { overflowX, overflowY } = getComputedStyle(each)
      if (each.clientWidth <= 1) return false // hidden from the eye on purpose
      const sideways = overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1
      return sideways || (overflowY === 'hidden' && each.scrollHeight > each.clientHeight + 1)
    }
    function isOutside(each: HTMLElement): boolean {
      const { left, right, width } = each.getBoundingClientRect()
      if (width <= 1 || scrolls(each.parentElement)) return false
      return right > wide + 1 || left < -1
    }
    function scrolls(each: HTMLElement | null): boolean {
      return each !== null && (getComputedStyle(each).overflowX !== 'visible' || scrolls(each.parentElement))
    }
    function nameOf(each: HTMLElement): string {
      return `${each.tagName.toLowerCase()}.${each.className}: ${each.innerText.slice(0, 40)}`
    }
  }, width)
}
