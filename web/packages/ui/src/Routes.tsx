/** Shows the page of the address: the first whose pattern fits, else that there is none. */
import type { ComponentType } from 'react'
import { Route, Switch, useLocation } from 'wouter'

import NotFoundPage from './frame/NotFoundPage'
import { Boundary } from './state/Boundary'
import { Awaiting } from './state/Spinner'

export type PageTable = Readonly<Record<string, ComponentType>>

export function Routes({ pages }: { pages: PageTable }) {
  const [location] = useLocation()
  return (
    <Boundary key={location}>
      <Awaiting>
        <Switch>
          {Object.entries(pages).map(([path, Shown]) => (
            <Route key={path} path={path}>
              <Shown />
            </Route>
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Awaiting>
    </Boundary>
  )
}
