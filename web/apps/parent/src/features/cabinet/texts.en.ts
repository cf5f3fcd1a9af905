import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  applyForm: 'Application form for the general queue',
  journal: 'Journal of queue applications',
  sections: 'Sections',
  apply: 'Apply',
  applyAbout: 'Put a child into the queue',
  journalAbout: 'All applications: information, history, documents',
  applyMore: 'Apply for another child',
  none: 'You have no applications yet.',
  noneAbout: 'Once you have signed an application, the child’s position and the next step stand here.',
  notQueued: 'Children who are not in the queue',
  registerSilent: 'The persons register does not answer now: children who are not in the queue are not shown.',
  ended: 'Applications that are over',

  submitted: 'The application is accepted, {name} is being put into the queue.',
  under_review: 'The education department reviews the application for {name}.',
  queued: '{name} waits in the queue.',
  notified: 'It is your turn: a place in a kindergarten is offered to {name}.',
  referred: '{name} has a referral.',
  papers_submitted: 'The papers for {name} are with the kindergarten.',
  refusal_review: 'The kindergarten refused, the education department decides about {name}.',
  stop_listed: '{name} is on the stop list: a referral ran out unused.',
  inactive: 'The application for {name} is inactive: a term passed without an answer.',
  enrolled: '{name} is enrolled in a kindergarten.',
  refused: '{name} was not enrolled.',
  removed: '{name} was removed from the queue.',
  withdrawn: 'The application for {name} was withdrawn.',
  rejected: 'The application for {name} was rejected.',
  departed: '{name} has left the kindergarten.',

  nothing: 'There is nothing to do now.',
  wait_queued:
    'When your turn comes, you get an SMS and an e-mail at the contacts of the application. The deadline will stand there and on this page.',
  wait_submitted: 'The number and the position appear within seconds.',
  wait_called: 'Places are being handed out right now, and {name} was called. The result is known within seconds.',
  wait_under_review: 'You get a message about the decision. The time of submission is kept.',
  wait_papers_submitted: 'The kindergarten looks at the papers. You get a message about the result.',
  wait_refusal_review: 'Until it is decided, the referral does not run out. You get a message about the result.',
  wait_stop_listed:
    'No places are offered {until}. Then {name} returns to their own position, by the time of submission.',
  misses: 'Referrals that ran out unused: {n}. If it goes on happening, the child is removed from the queue.',
  escorts: 'Escorts',
  escortsAbout: 'Who brings the child to the kindergarten and fetches it',
  swap: 'Swap of places',
  wait_enrolled: 'Where to go: {garden}.',

  offered: 'Offered place: {garden}.',
  byReferral: 'Referral No. {number}: {garden}.',
  freeChoice: 'A place is in free choice',
  freeChoiceAbout: 'It can be taken without waiting. The family that signs first gets it.',
  tooYoung: 'Places are offered from {from}: before, {name} is too young.',
  morePosition: 'More about the position',
} as const satisfies English<typeof kk>
