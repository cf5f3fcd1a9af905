/** The paper of a departure or of a refusal that stands, which the kindergarten has, too; every look is recorded. */
import { documentAddress } from '@kezek/api'
import { endingQuery } from '@kezek/api/endings'
import { useQuery } from '@tanstack/react-query'

/** A few times only: every look is recorded, and the family reads it. */
const TIMES = 5

interface EndingPaperProps {
  application: string
  kind: 'refusal' | 'departure'
  children: string
}

export function EndingPaper({ application, kind, children }: EndingPaperProps) {
  const { data: paper } = useQuery({ ...endingQuery(application, kind, TIMES), refetchOnWindowFocus: false })
  if (!paper) return null
  return (
    <p>
      <a href={documentAddress(paper.id)} target="_blank" rel="noreferrer">
        {children}
      </a>
    </p>
  )
}
