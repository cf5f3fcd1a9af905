/** Starts an app in the shell that was served: what the shell says stays until there is something better to see. */
import { QueryClientProvider } from '@tanstack/react-query'
import { makeQueryClient } from '@kezek/api'
import { commonTexts, currentLanguage } from '@kezek/i18n'
import { type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'

export function start(app: ReactNode, base = ''): void {
  const place = document.getElementById('app')
  if (!place) throw new Error('the shell has no place for the app')
  const show = () =>
    createRoot(place).render(
      <StrictMode>
        <QueryClientProvider client={makeQueryClient()}>
          <Router base={base}>
            <Suspense fallback={null}>{app}</Suspense>
          </Router>
        </QueryClientProvider>
      </StrictMode>,
    )
  commonTexts.load(currentLanguage()).then(show, console.error)
}
