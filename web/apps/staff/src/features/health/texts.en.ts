import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Health of the parts',
  lead: 'Each part answers for itself. The figures are asked anew every 15 seconds.',
  refresh: 'Refresh now',
  refreshing: 'Refreshing…',
  allWell: 'All parts work.',
  notWell: { one: '{n} part needs attention.', other: '{n} parts need attention.' },
  working: 'Works',
  late: 'Events wait too long',
  behind: 'Is behind',
  stopped: 'Its worker has stopped',
  silent: 'Does not answer',
  since: 'since {time}',
  lastHeard: 'last heard {time}',
  never: 'was never heard',
  workers: 'Workers',
  lag: 'Events that wait',
  kafkaSilent: 'Kafka does not answer',
  outbox: 'Events not sent yet',
  jobs: 'Jobs',
  lateJobs: '{n}, of them late {late}',
  waiting: '{n}, the oldest has waited since {time}',
  lateActs: 'Late signatures',
  lateDeadlines: 'Late deadlines',
  parked: 'Parked records',
  parkedLink: '{n}: see them',
  advice:
    'What to do: tell those on duty the name of the part and the time. Nothing that waits is lost; it goes on by itself when the part is back.',
} as const satisfies English<typeof kk>
