import type { ApplicationsDocumentView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { Lines, Small } from '@kezek/ui'

/** What the system made; the papers themselves are the family's and the kindergarten's. */
export function Documents({ documents }: { documents: readonly ApplicationsDocumentView[] }) {
  return (
    <Lines>
      {documents.map(({ document_id: id, title, made_at }) => (
        <li key={id}>
          {title} <Small>{formatNumeric(made_at)}</Small>
        </li>
      ))}
    </Lines>
  )
}
