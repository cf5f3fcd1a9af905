/** Scans that show something: handed in at once, and kept in the form as far as they are known. */
import { useTexts } from '@kezek/i18n'
import { Loaded } from '@kezek/ui'
import { FilesField, type Item, type Limits, useFiles } from '@kezek/ui/files'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'

import { type Papers, PURPOSES, type Scan } from './asked'
import { type PartProps, SCANS } from './fields'
import { formQuery } from './queries'
import { formTexts } from './texts'

interface ScansProps extends PartProps {
  group: Papers
}

export function Scans(props: ScansProps) {
  const query = useQuery(formQuery(props.district))
  return (
    <Loaded query={query}>{({ files, megabytes }) => <Handed {...props} most={files} megabytes={megabytes} />}</Loaded>
  )
}

function Handed({ asked, change, errorOf, district, group, most, megabytes }: ScansProps & Limits) {
  const t = useTexts(formTexts)
  const form = { purpose: PURPOSES[group], draftId: asked.filesDraft, ...(district && { district }) }
  const files = useFiles(form, { most, megabytes })
  const { items, known } = files
  const keep = useEffectEvent(() => {
    const before = asked.scans[group]
    const now = scansOf(items, known ? [] : before)
    if (JSON.stringify(now) !== JSON.stringify(before)) change(({ scans }) => ({ scans: { ...scans, [group]: now } }))
  })
  useEffect(() => {
    if (known || items.length > 0) keep()
  }, [items, known])
  const id = `scans-${group}` as const
  return <FilesField id={id} files={files} legend={t(SCANS[group])} error={errorOf(id)} />
}

/** As far as the service has not told what is there already, what the form remembers counts. */
function scansOf(items: readonly Item[], remembered: readonly Scan[]): Scan[] {
  const shown = items.map(({ key, name, upload, state }) => {
    return { id: upload?.id ?? key, name, receipt: state === 'ready' ? (upload?.receipt ?? null) : null }
  })
  return [...remembered.filter(({ id }) => !shown.some((each) => each.id === id)), ...shown]
}
