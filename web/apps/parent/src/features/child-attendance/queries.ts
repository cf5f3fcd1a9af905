/** The days of a child's month. */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const monthQuery = (application_id: string, month: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'child-attendance', application_id, month],
    queryFn: async ({ signal }) => {
      const params = { path: { application_id }, query: { month } }
      return await unwrap(api.GET('/api/kindergartens/attendance/children/{application_id}', { params, signal }))
    },
  })

/** The own child's month as kindergartens have closed it. */
export const sheetsQuery = (application_id: string, month: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'child-attendance', application_id, month, 'sheets'],
    queryFn: async ({ signal }) => {
      const params = { path: { application_id }, query: { month } }
      const found = api.GET('/api/kindergartens/attendance/children/{application_id}/sheets', { params, signal })
      return (await unwrap(found)).items
    },
  })
