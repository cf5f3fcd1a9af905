/** The scans of an application, each opened beside by a link of a minute; that it was opened is logged. */
import { api, type ApplicationsClaimFileView, unwrap } from '@kezek/api'
import { FilesBeside } from '@kezek/ui/files'

interface PapersProps {
  application: string
  files: readonly ApplicationsClaimFileView[]
}

export function Papers({ application, files }: PapersProps) {
  const kept = files.map(({ file_id: id, name, media_type, size }) => ({ id, name, media_type, size }))
  return <FilesBeside files={kept} linkOf={({ id }) => linkOf(application, id)} />
}

/** Where a scan, or a paper that the system made, is found for a minute. */
export async function linkOf(application_id: string, file_id: string): Promise<string> {
  const asked = api.POST('/api/applications/desk/applications/{application_id}/files/{file_id}/links', {
    params: { path: { application_id, file_id } },
  })
  return (await unwrap(asked)).address
}
