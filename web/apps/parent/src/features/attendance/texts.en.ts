import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Mark a child’s arrival',
  lead: 'Mark when you bring a child to the kindergarten, and when you fetch it.',
  nobody: 'No child is entrusted to you now.',
  nobodyMore: 'The parent who got the referral brings and fetches the child, and names escorts on the page «Escorts».',

  awaited: 'Not here yet',
  there: 'In the kindergarten',
  gone: 'Left',
  absent: 'Does not come today',
  arrivedAt: 'Arrived at {time}',
  leftAt: 'Left at {time}',
  arrive: 'Arrived',
  leave: 'Left',
  arriveOf: '{name} arrived',
  leaveOf: '{name} left',
  arrival: 'arrival',
  leaving: 'leaving',
  month: 'Arrivals and leavings of the month',

  notSentYet: 'Kept on this phone, not sent yet.',
  notKept: 'The mark could not be kept on the phone. Check the memory of the browser and press again.',
  unsent: 'Marks not sent: {count}.',
  unsentMore: 'They are kept on this phone and will be sent by themselves once there is a connection.',
  sending: 'Being sent…',
  sendNow: 'Send now',
  read: 'I have read this',
  someChild: 'A child',

  help: 'How it works',
  helpOffline: 'Mark without the internet, too: the time is kept, and the mark is sent once there is a connection.',
  helpWrong: 'If you marked by mistake, tell a worker of the kindergarten, who strikes the mark out with a reason.',
  helpInstall: 'You can put this page on the screen of your phone by the menu of the browser.',
} as const satisfies English<typeof kk>
