import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Position in the queue',
  titleOf: '{name}: position in the queue',
  coming: 'The position is being computed and appears within seconds.',
  beingCalled: 'Places are being handed out right now, and the child was called. The result is known within seconds.',
  notInOrder: 'The child does not wait to be called now. Waiting in the queue: {count}.',
  stateSince: 'In this state {since}.',
  next: 'Next step',
  nothing: 'There is nothing to do now.',
  messages: 'When it is your turn, an SMS comes to {phone} and a letter to {email}.',
  stopListed: 'On the stop list {until}: no places are offered. Then the child returns to the queue by its own time.',
  ownClass: 'Class of your child: {class}. The application was registered: {time}.',
  nobodyMoves: 'The queue moves by the class that the law gives and by time alone: no employee can change it by hand.',
  rules: 'Rules of the queue',
  classes: 'The classes and their legal ground',
  extraordinary:
    'children of servicemen and of employees of special state bodies, also of those killed, dead or missing in service.',
  priority:
    'children with a parent with a disability; orphans and children without parental care; children of large families; children with special educational needs; children of families with a disabled child; children of teachers.',
  general: 'all other children, by the time of the application.',
  ground: 'Ground: Order No. 254 of 19 June 2020 approving the Rules for state services in pre-school education.',
  changes: 'What changed in the application',
  allChanges: 'All changes',
  order: 'What changed ahead',
  orderSame: 'Nothing has changed ahead since the child joined the queue.',
  orderSameOfLate: 'None of the latest changes of the queue was ahead of the child. Earlier ones are not shown here.',
  orderAbout: 'Other children’s names are not shown.',
  before_entered: 'One more child stands ahead ({class})',
  before_left: 'One child ahead left the order ({class})',
  before_returned: 'One child returned to its own place ahead ({class})',
  turn_entered: 'One more child stands in the class that takes turns with yours ({class})',
  turn_left: 'One child of the class that takes turns with yours left the order ({class})',
  turn_returned: 'One child returned to the class that takes turns with yours ({class})',
  about: 'About the application',
  openApplication: 'Open the application',
} as const satisfies English<typeof kk>
