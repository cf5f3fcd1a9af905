import { Benefit, Needs, Papers, type PartProps, Settlement, Twins, Wishes } from '@kezek/application-form'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Card, Stack } from '@kezek/ui'
import type { ReactNode } from 'react'

import { counterTexts } from './texts'

interface QuestionsProps extends PartProps {
  /** How the family is reached. */
  children: ReactNode
}

/** What stands on the paper, asked as the family's own form asks it. */
export function Questions({ children, ...part }: QuestionsProps) {
  const t = useTexts(counterTexts)
  const kinds = useTexts(kindergartenTexts)
  return (
    <>
      <Card labelledBy="paper">
        <h2 id="paper">{t('paper')}</h2>
        <Stack>
          <Settlement {...part} />
          <Wishes
            wishes={part.asked.wishes}
            error={part.errorOf('wish-1')}
            nameOf={(language) => kinds(`in_${language}`)}
            onChange={(wishes) => part.change({ wishes })}
          />
          {children}
        </Stack>
      </Card>
      <Papers {...part} ofOthers />
      <Benefit {...part} />
      <Twins {...part} />
      <Needs {...part} />
    </>
  )
}
