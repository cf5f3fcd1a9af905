import './base.css' // first: it tells the order of the layers

export { Button, LinkButton } from './form/Button'
export { Card } from './text/Card'
export { classes } from './classes'
export { Field } from './form/Field'
export { Frame, type Support } from './frame/Frame'
export { Page } from './frame/Page'
export { page } from './page'
export { Select } from './form/Select'
export { Awaiting, Spinner } from './state/Spinner'
export { Boundary } from './state/Boundary'
export { type PageTable, Routes } from './Routes'
export { start } from './start'
