import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Parked records',
  lead: 'What a part could not make of another part’s message stays here, and the others go on. There are no personal data: only the place and the cause.',
  none: 'No records are parked.',
  noneMore: 'There is nothing to do now.',
  mend: 'Mend the cause first. What was applied is applied no second time, and what is old turns nothing back.',
  unreachable: '{part}: does not answer.',
  topic: 'Topic',
  place: 'Place',
  placeAt: 'partition {partition}, {offset}',
  kind: 'Event',
  unreadable: 'unreadable',
  cause: 'Cause',
  parkedAt: 'Since',
  state: 'State',
  asked: 'Being replayed',
  failed: 'Failed again: {time}',
  gone: 'No longer in Kafka ({time}): replaced by a newer one, or erased',
  parked: 'Parked',
  replay: 'Replay',
  replayOf: 'Replay: {topic}, {offset}',
  replayAll: 'Replay all',
  replayAllOf: 'Replay all: {part}',
  sent: { one: '{n} record is being replayed.', other: '{n} records are being replayed.' },
} as const satisfies English<typeof kk>
