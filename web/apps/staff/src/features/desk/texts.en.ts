import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Papers that wait for a decision',
  lead: 'Your district: {district}. What is due first stands first.',
  due: 'To be decided by',
  overdue: 'Overdue',
  what: 'What it is about',
  claimed: 'Came in',
  empty: 'No papers wait for a decision.',
  emptyMore: 'New ones appear in this list by themselves.',
  family: 'Waiting for the family',
  familyMore:
    'A better copy was asked for. No term runs until it comes; where it does not come you can reject the paper on the application’s page.',
  noneAsked: 'Nothing is awaited from a family.',
  noneOfKind: 'No papers of this kind wait.',
} as const satisfies English<typeof kk>
