/** Onto the device: the browser's own way of it. */
export function save(link: string, name: string): void {
  Object.assign(document.createElement('a'), { href: link, download: name }).click()
}
