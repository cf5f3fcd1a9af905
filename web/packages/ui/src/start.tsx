/** Starts an app in the shell that was served. */
import { QueryClientProvider } from '@tanstack/react-query'
import { makeQueryClient } from '@kezek/api'
import { type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'

export function start(app: ReactNode, base = ''): void {
  const place = document.getElementById('app')
  if (!place) throw new Error('the shell has no place for the app')
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <Router base={base}>
          <Suspense fallback={null}>{app}</Suspense>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  )
}
