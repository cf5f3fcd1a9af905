import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

import type { Service } from '../../shared/services/services'

const EVERY_MS = 15_000

export const healthQuery = (service: Service) =>
  queryOptions({
    queryKey: ['operations', 'health', service],
    queryFn: ({ signal }) => unwrap(api.GET(`/api/${service}/operations/health`, { signal })),
    refetchInterval: EVERY_MS,
    retry: false,
  })
