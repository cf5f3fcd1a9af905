import { important, type Manual, note, paragraph, steps } from '../model'

export default {
  id: 'administrator',
  sections: [
    {
      id: 'policy',
      title: '1. The policy: numbers and limits',
      blocks: [
        paragraph(
          '“Policy” shows all numbers of the queue and of referrals: what is in force, what is coming, who changed it. A district without a policy of its own has the region’s.',
        ),
        steps(
          'Choose whose policy it is, and press “Change the policy”.',
          'Give the day from which it holds, and the numbers. You can begin with a regime: “Referral regime”, “Voucher regime”.',
          'Press “What would change” and see in which queues whose position changes.',
          'Press “Go on to sign”, read the text and sign.',
        ),
        important(
          'A change begins tomorrow at the earliest, and terms that have begun do not change. Once a district has a policy of its own, later changes of the region’s do not reach it.',
        ),
        note(
          'A change that is not signed stays in this tab when you load the page anew or go to another. The browser asks before the tab is closed.',
        ),
      ],
    },
    {
      id: 'calendar',
      title: '2. The working calendar',
      blocks: [
        steps(
          'Choose the year on the tab “Working calendar”.',
          'Press a day: it becomes a working day or a day off.',
          'Once the year’s exchanged days are known tick “The year is confirmed”.',
          'Press “Go on to sign”, see which terms move, and sign.',
        ),
        important('An open term is never shortened. Families whose term moves are told.'),
      ],
    },
    {
      id: 'benefits',
      title: '3. The list of benefits',
      blocks: [
        steps(
          'Open the tab “Benefits”.',
          'Press “Add a benefit” or “Change”, give its name, class and proof in three languages, and press “Put into the list”.',
          'When the list is ready press “Go on to sign” and sign: the list is replaced as a whole.',
        ),
        note('A benefit that was confirmed before stays in its class when the list changes.'),
      ],
    },
    {
      id: 'closing',
      title: '4. Closing a kindergarten',
      blocks: [
        steps(
          'Open the kindergarten on the tab “Kindergartens” and press “Close the kindergarten”.',
          'Under “Whom it touches” see which places are annulled, which referrals become void and which children depart.',
          'Write the ground (number and date of the order) and press “Next”.',
          'Read the text and press “Sign and close”.',
        ),
        important(
          'A closed kindergarten is not opened again. Children who lose a place or a referral stand in the queue again by the time of their applications; families are told.',
        ),
      ],
    },
  ],
} satisfies Manual
