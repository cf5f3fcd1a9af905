/** Where a paper of an application is found; the browser shows it, or keeps it under a name. */
export function documentAddress(id: string): string {
  return `/api/documents/documents/${id}`
}
