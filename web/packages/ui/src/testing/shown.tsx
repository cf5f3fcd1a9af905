/** For tests: shows something as a page would, its texts fetched beforehand. */
import { makeQueryClient } from '@kezek/api'
import { commonTexts, currentLanguage, fieldTexts, problemTexts } from '@kezek/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'

export async function shown(children: ReactNode): Promise<void> {
  const language = currentLanguage()
  await Promise.all([commonTexts, fieldTexts, problemTexts].map((bundle) => bundle.load(language)))
  await act(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Suspense>{children}</Suspense>
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })
}
