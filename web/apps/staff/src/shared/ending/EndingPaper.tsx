/** The paper of a departure or of a refusal that stands, which the kindergarten has, too; every look is recorded. */
import { documentAddress, papersOf } from '@kezek/api'
import { queryOptions, useQuery } from '@tanstack/react-query'

type Kind = 'refusal' | 'departure'

/** Of which an application has one, made a moment after it has ended; until then there is none. */
const endingQuery = (application: string, wanted: Kind) =>
  queryOptions({
    queryKey: ['documents', 'papers', application, wanted],
    queryFn: async ({ signal }) => (await papersOf(application, signal)).find(({ kind }) => kind === wanted) ?? null,
    refetchOnWindowFocus: false,
  })

interface EndingPaperProps {
  application: string
  kind: Kind
  children: string
}

export function EndingPaper({ application, kind, children }: EndingPaperProps) {
  const { data: paper } = useQuery(endingQuery(application, kind))
  if (!paper) return null
  return (
    <p>
      <a href={documentAddress(paper.id)} target="_blank" rel="noreferrer">
        {children}
      </a>
    </p>
  )
}
