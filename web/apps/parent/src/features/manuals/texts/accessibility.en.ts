import { later, list, type Manual, note, paragraph } from '../model'

export default {
  id: 'accessibility',
  sections: [
    {
      id: 'aim',
      title: 'What we aim at',
      blocks: [
        paragraph(
          'Kezek must be there for everybody: on a cheap phone, enlarged, without a mouse, with a screen reader. We follow WCAG 2.2, level AA.',
        ),
      ],
    },
    {
      id: 'works',
      title: 'What works',
      blocks: [
        list(
          'Everything can be done with the keyboard. A thick frame shows where you are.',
          'Every page begins with the link “Skip to the main content”.',
          'At 200 % of the text size nothing is cut off. Everything fits a phone of 360 pixels.',
          'Colour alone never tells anything: there is always a word beside it.',
          'An error is said in words, at the field and at the top of the page. What you typed stays.',
          'On pages for parents no button is lower than 44 pixels.',
          'Nothing on the pages moves, blinks or sounds by itself.',
          'Words in another language are marked: a screen reader speaks them in theirs.',
          'The referral (PDF) is made for screen readers (PDF/UA).',
        ),
      ],
    },
    {
      id: 'tested',
      title: 'How we test it',
      blocks: [
        paragraph(
          'After every change the pages are tested by the tool axe, at widths of 360 and 1280 pixels. Applying and choosing a place are tried with the keyboard alone, and at 200 %. The oldest browser we test is Chromium 109.',
        ),
        note('Automatic tests do not find everything. If something is in your way, tell us.'),
      ],
    },
    {
      id: 'limits',
      title: 'Known difficulties',
      blocks: [
        list(
          '**NCALayer** is a program of its own, over which Kezek has no power. If it is hard for you to work with, sign in with a one-time code. To sign something you need it all the same.',
          '**JavaScript is needed.** Where it is switched off, the page says what to do.',
        ),
        later('a trial with people who use a screen reader every day. There was none so far.'),
      ],
    },
    {
      id: 'contact',
      title: 'If something is in your way',
      blocks: [
        paragraph(
          'Call or write to the support: its phone and e-mail address stand at the top and the bottom of every page. Tell which page it was, what you wanted to do, and what happened.',
        ),
      ],
    },
  ],
} as const satisfies Manual
