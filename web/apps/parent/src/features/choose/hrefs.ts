/** Where more is said of a kindergarten. */
export function gardenHref(id: string): string {
  return `/kindergartens/${id}`
}
