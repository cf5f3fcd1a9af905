/** The button that was pressed goes away: the focus stays on the page, where the next Tab goes on from. */
export function focusPage(from: Element): void {
  from.closest('main')?.focus({ preventScroll: true })
}
