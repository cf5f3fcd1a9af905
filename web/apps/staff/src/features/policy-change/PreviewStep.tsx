/** Who would move, and by how much: computed on the live queues, which it does not touch. */
import { api, type QueuePolicyBody, type QueuePolicyFormView, type QueuePolicyPreviewView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, AsOf, Button, Card, Loaded, Notice } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { Differences } from '../../shared/rules/Differences'
import { differences } from '../../shared/rules/values'
import { QueueTable } from './QueueTable'
import { changePolicyTexts } from './texts'

const previewQuery = (body: QueuePolicyBody) =>
  queryOptions({
    queryKey: ['queue', 'policy-preview', body],
    queryFn: ({ signal }) => unwrap(api.POST('/api/queue/policies/preview', { body, signal })),
    refetchOnWindowFocus: false,
    gcTime: 0,
  })

interface PreviewStepProps {
  form: QueuePolicyFormView
  body: QueuePolicyBody
  onBack: () => void
  onNext: () => void
}

export function PreviewStep({ form, body, onBack, onNext }: PreviewStepProps) {
  const t = useTexts(changePolicyTexts)
  const query = useQuery(previewQuery(body))
  return (
    <>
      <Loaded query={query} waiting={t('computing')}>
        {(preview) => (
          <>
            <Card marked>
              <h2>{t('changes')}</h2>
              <Differences form={form} items={differences(preview.before, preview.policy)} />
            </Card>
            <Sums preview={preview} />
            <QueueTable preview={preview} />
            <AsOf at={preview.as_of} />
          </>
        )}
      </Loaded>
      <Actions>
        {query.data && <Button onClick={onNext}>{t('toSign')}</Button>}
        <Button kind="second" onClick={onBack}>
          {t('changeNumbers')}
        </Button>
      </Actions>
    </>
  )
}

/** What becomes of the turns: they go on, are laid aside, or go on from where they were. */
function order(before: QueuePolicyPreviewView['before'], after: QueuePolicyPreviewView['policy']) {
  if (after.numbered_categories) return 'numbered'
  return before.numbered_categories ? 'phaseAgain' : 'phase'
}

function Sums({ preview: { queues, complete, before, policy } }: { preview: QueuePolicyPreviewView }) {
  const t = useTexts(changePolicyTexts)
  const sum = (of: (queue: (typeof queues)[number]) => number) => queues.reduce((all, each) => all + of(each), 0)
  const [forward, back] = [sum(({ moves }) => moves?.forward ?? 0), sum(({ moves }) => moves?.back ?? 0)]
  const [become, cease] = [sum((each) => each.become_callable), sum((each) => each.cease_callable)]
  const called = sum(({ being_called }) => being_called)
  return (
    <Notice kind="info" title={t('who')}>
      <p>{forward + back === 0 ? t('nobody') : t('moved', { forward, back, all: sum(({ in_order }) => in_order) })}</p>
      {forward + back > 0 && <p>{t(order(before, policy))}</p>}
      {become > 0 && <p>{t('ageBecome', { count: become })}</p>}
      {cease > 0 && <p>{t('ageCease', { count: cease })}</p>}
      {called > 0 && <p>{t('calledNow', { count: called })}</p>}
      <p>{t('running')}</p>
      {!complete && <p>{t('notComplete')}</p>}
    </Notice>
  )
}
