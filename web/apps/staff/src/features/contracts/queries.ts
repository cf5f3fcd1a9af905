import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const OWNERSHIPS = ['state', 'private', 'mini_centre'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

/** Whose template, and which version; without one the newest. */
export interface Whose {
  district: string
  ownership: Ownership
  version?: number | undefined
}

export interface TemplateWords {
  kk: string
  ru: string
}

/** What districts have of their own. */
export const ownTemplatesQuery = queryOptions({
  queryKey: ['documents', 'contract-templates'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/documents/contract-templates', { signal })),
})

/** A template with its text, and all versions. */
export const templateQuery = ({ district, ownership, version }: Whose) =>
  queryOptions({
    queryKey: ['documents', 'contract-templates', district, ownership, version],
    queryFn: ({ signal }) => {
      const params = { path: { district, ownership }, query: version === undefined ? {} : { version } }
      return unwrap(api.GET('/api/documents/contract-templates/{district}/{ownership}', { params, signal }))
    },
  })

/** The address, in this tab, of the paper that a text would make. */
export async function previewOf(body: TemplateWords): Promise<string> {
  const asked = api.POST('/api/documents/contract-templates/preview', { body, parseAs: 'blob' })
  const paper: unknown = await unwrap(asked)
  return URL.createObjectURL(paper as Blob)
}
