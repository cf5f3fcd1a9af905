import type { ApplicationsBriefApplication, ApplicationsLikelyView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, Lines, Small } from '@kezek/ui'
import { Link } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { deskCardTexts } from './texts'

interface LikelyProps {
  twins: readonly ApplicationsBriefApplication[]
  likely: readonly ApplicationsLikelyView[]
}

/** Twins that are linked, and what may be the same child or a twin entered apart: shown, never merged. */
export function Likely({ twins, likely }: LikelyProps) {
  const t = useTexts(deskCardTexts)
  const nameOf = useDistrictNames()
  return (
    <>
      {twins.length > 0 && (
        <Card labelledBy="twins">
          <h2 id="twins">{t('twins')}</h2>
          <Lines>
            {twins.map(({ application_id: id, number, child }) => (
              <li key={id}>
                <Link href={`/desk/${id}`}>{`№ ${number}`}</Link> {child.surname} {child.given_name}
              </li>
            ))}
          </Lines>
        </Card>
      )}
      {likely.length > 0 && (
        <Card labelledBy="likely" marked="act">
          <h2 id="likely">{t('likely')}</h2>
          <p>{t('likelyAbout')}</p>
          <Lines>
            {likely.map(({ application_id: id, number, district, child, same_names }) => (
              <li key={number}>
                {id === null ? `№ ${number}, ${nameOf(district)}` : <Link href={`/desk/${id}`}>{`№ ${number}`}</Link>}
                {child && ` ${child.surname} ${child.given_name}`}
                <Small>{t(same_names ? 'sameNames' : 'sameFamily')}</Small>
              </li>
            ))}
          </Lines>
        </Card>
      )}
    </>
  )
}
