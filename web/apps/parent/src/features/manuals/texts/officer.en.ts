import { heading, important, type Manual, note, paragraph, steps } from '../model'

export default {
  id: 'officer',
  sections: [
    {
      id: 'sign-in',
      title: '1. Signing in',
      blocks: [
        steps(
          'Sign in by “EDS”: no other way of signing in opens the sections of an officer.',
          'Open [the section for staff](/staff). Your district stands on top of each page: you see its applications only.',
        ),
        note(
          'All that you open, look for and decide stays in the log that the family reads. An application of your own family is decided by another officer.',
        ),
      ],
    },
    {
      id: 'desk',
      title: '2. Deciding on papers',
      blocks: [
        paragraph(
          '“Papers that wait for a decision” lists papers on registration, representation, benefits and special needs. What is due first stands first; working days for a decision: {reviewDays}.',
        ),
        steps(
          'Open the application and press the copy of a paper: it opens beside, and can be enlarged and turned.',
          'Press “Decide”.',
          'Choose “Confirm”, “Ask for a better copy” or “Reject”.',
          'With a confirmation give the last day of a proof that runs out, otherwise a reason. The family reads the text in “Explanation”.',
          'Press “Next”, then “Sign and send”.',
        ),
        important('A decision holds at once. Whatever it is, the time of the application is kept.'),
        note(
          'Where a better copy was asked for the application moves to “Waiting for the family”: no term runs. Of two officers who decide on one paper the first who signs decides.',
        ),
      ],
    },
    {
      id: 'find',
      title: '3. Finding an application',
      blocks: [
        steps(
          'Open “Find an application”.',
          'Type the number, an IIN, or the name of the child with its birth date. UO may be Latin or Cyrillic, and zeros are not needed.',
          'Press “Find” and open the application.',
        ),
        note('Applications of other districts are not found.'),
      ],
    },
    {
      id: 'counter',
      title: '4. Entering a paper application',
      blocks: [
        paragraph('A signed paper of a family without EDS is entered on “Enter a paper application”.'),
        steps(
          'Check who the applicant is by the identity card, and type the IINs of the applicant and of the child.',
          'Press “Ask the register”. If you are warned that a child may stand here twice, look into that first.',
          'Attach the copy of the signed paper, and tick that the undertaking and the Algorithm were signed.',
          'Type what stands on the paper: languages in the order of wish, phone, language of messages. Without an e-mail leave the field empty: the family gets an SMS.',
          'If the paper says so tick “Non-resident”, “There is a benefit”, “Twins” or “Special educational needs”, and attach the papers.',
          'Press “Next”, read the text and press “Sign and enter”.',
        ),
        important(
          'The time of the application is the moment of your signature. Enter a paper on the day on which it comes.',
        ),
        note(
          'If by the register the child is not the applicant’s, tick the representation, attach the paper and type the child’s data as they stand in it. While the register is silent you can enter a paper all the same: its data are checked later.',
        ),
        heading('Choosing a place from a paper'),
        paragraph(
          'A family without a device or an EDS writes on paper which place it chooses, signs it and brings it: you enter that choice, too. The list of places is the one that the family itself sees.',
        ),
        steps(
          'Open the application and press “See the places” under “Choose a place from a paper”.',
          'Press “Choose” at the place that is written on the paper. Twins who were called together choose by one paper.',
          'Attach the copy of the signed paper, and tick that you have checked who signed it.',
          'Press “Next”, read the text and press “Sign and send”.',
          'You may print the referral from the application’s documents and give it to the family.',
        ),
        important(
          'A place in free choice goes to the first signature to arrive, yours included. One copy serves for one choice. You cannot choose by an application of your own. You cannot cancel an issued referral: only the family itself can, with its EDS and within a short time.',
        ),
      ],
    },
    {
      id: 'refusals',
      title: '5. Refused children',
      blocks: [
        paragraph(
          'The page “Refused children” has the children whom a kindergarten has refused, to be decided upon. Those who wait longest come first.',
        ),
        steps(
          'Open the case: the kindergarten’s reason and the family’s words with its papers stand beside each other.',
          'Choose “Overrule the refusal” or “Uphold the refusal”, and write the reason: it stands in the signed document, and the family reads it in its cabinet.',
          'Press “Next”, then “Sign and send”.',
        ),
        important(
          'Upheld, the child is not enrolled and its place in the queue is not restored. Overruled, the kindergarten must accept the child and cannot refuse it again.',
        ),
        note(
          'No term runs until the decision. If the family answers while you sign, read the answer and confirm the decision anew.',
        ),
      ],
    },
    {
      id: 'extension',
      title: '6. Extending a referral',
      blocks: [
        steps(
          'Find the application on the page “Find an application”, and open it.',
          'In the card of the referral press “Extend the term”, and write the reason.',
          'Sign: the last day moves, and the family gets a message.',
        ),
        note(
          'The button is there only where the district’s policy allows it and while the term runs. A referral is extended once.',
        ),
      ],
    },
    {
      id: 'inactive',
      title: '7. Inactive applications',
      blocks: [
        paragraph(
          'In a district with vouchers the application of a child whose place was not confirmed, or whose papers were not handed in, in time becomes “Inactive”. The last day stands on the application’s card, in the line “The family may restore it”.',
        ),
        paragraph(
          'Only the family itself restores it: by “Restore the application” in its personal cabinet, signed with its EDS. An application is restored once. When the time is over, the child is removed from the queue by itself.',
        ),
      ],
    },
    {
      id: 'rounds',
      title: '8. Distribution of places',
      blocks: [
        paragraph(
          'In a district with vouchers free places wait for a round. The page “Distribution of places” shows who (by number) would get a place in which kindergarten, were the round held now.',
        ),
        steps('Look at the places and children and press “Go on to sign”.', 'Read the text and press “Sign and send”.'),
        important(
          'If the outcome changes before the signature (a place is published, a family changes its list), nothing is distributed: look at the new outcome and sign again.',
        ),
        note(
          'A family that gets a place confirms it in its term. The waiting list of each kindergarten stands at the end of that page.',
        ),
      ],
    },
  ],
} satisfies Manual
