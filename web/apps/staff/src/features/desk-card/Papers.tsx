/** The scans of a claim, each opened beside by a link of a minute; that it was opened is logged. */
import { api, type ApplicationsClaimFileView, unwrap } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, Lines, ProblemNotice, Small } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'

import css from './Papers.module.css'
import { deskCardTexts } from './texts'

interface PapersProps {
  application: string
  files: readonly ApplicationsClaimFileView[]
}

export function Papers({ application, files }: PapersProps) {
  const t = useTexts(deskCardTexts)
  const open = useMutation({
    mutationFn: async (file: ApplicationsClaimFileView) => {
      const path = { application_id: application, file_id: file.file_id }
      const asked = api.POST('/api/applications/desk/applications/{application_id}/files/{file_id}/links', {
        params: { path },
      })
      return { file, address: (await unwrap(asked)).address }
    },
  })
  if (files.length === 0) return <p>{t('noFiles')}</p>
  return (
    <section className={css.papers} aria-label={t('files')}>
      <h3>{t('files')}</h3>
      <Lines>
        {files.map((file) => (
          <li key={file.file_id} className={css.line}>
            <span>
              {file.name}{' '}
              <Small>{t('fileAbout', { size: kilobytes(file.size), time: formatNumeric(file.added_at) })}</Small>
            </span>
            <Button kind="second" small aria-disabled={open.isPending} onClick={() => open.mutate(file)}>
              {t('look')}
            </Button>
          </li>
        ))}
      </Lines>
      {open.error && <ProblemNotice error={open.error} />}
      {open.data && <Shown {...open.data} />}
    </section>
  )
}

function Shown({ file, address }: { file: ApplicationsClaimFileView; address: string }) {
  if (file.media_type.startsWith('image/')) return <img className={css.picture} src={address} alt={file.name} />
  return <iframe className={css.frame} src={address} title={file.name} />
}

function kilobytes(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / 1024)))
}
