/** Many children: those who wait take a number and a line each. */
import { useTexts } from '@kezek/i18n'
import { Card, Lines, Notice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { type Application, shortName } from '../../shared/applications/model'
import { positionQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import css from './Cabinet.module.css'
import { cabinetTexts } from './texts'
import { FreeChoice } from './Waiting'

export function WaitingLines({ applications }: { applications: readonly Application[] }) {
  const t = useTexts(cabinetTexts)
  const words = useTexts(applicationTexts)
  if (applications.length === 0) return null
  return (
    <Card labelledBy="waiting" marked>
      <h2 id="waiting">{words('state_queued')}</h2>
      <Notice kind="info" title={t('nothing')}>
        <p>{t('wait_queued')}</p>
      </Notice>
      <Lines>
        {applications.map((each) => (
          <Line key={each.application_id} application={each} />
        ))}
      </Lines>
    </Card>
  )
}

function Line({ application }: { application: Application }) {
  const t = useTexts(cabinetTexts)
  const words = useTexts(applicationTexts)
  const { application_id: id, child } = application
  const { data } = useQuery(positionQuery(id))
  return (
    <li>
      <div className={css.line}>
        <Link href={`/queue/${id}`}>{shortName(child)}</Link>
        {data?.position != null && (
          <span>
            <strong>{words('place', { n: data.position })}</strong> {words('ofAll', { n: data.in_order })}
          </span>
        )}
        {data?.being_called === true && <span>{t('wait_called', { name: child.given_name })}</span>}
      </div>
      <FreeChoice application={application} />
    </li>
  )
}
