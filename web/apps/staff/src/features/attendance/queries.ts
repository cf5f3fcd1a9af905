/** A day of the groups. Every look is recorded, so it is asked for when it is looked at, and when something changes. */
import { api, type KindergartensAbsenceReason, type KindergartensMarkKind, unwrap } from '@kezek/api'
import { newId } from '@kezek/domain'
import { queryOptions } from '@tanstack/react-query'

export const dayQuery = (kindergarten_id: string, day: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'attendance', kindergarten_id, day],
    queryFn: async ({ signal }) => {
      const params = { path: { kindergarten_id }, query: { day } }
      return await unwrap(api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/attendance', { params, signal }))
    },
    refetchOnWindowFocus: false,
  })

/** What is done with a day: `at` is the hour of the wall, `08:15`, in Kazakhstan. */
export type Doing =
  | { what: 'mark'; enrolment: string; kind: KindergartensMarkKind; day: string; at: string }
  | { what: 'strike'; mark: string; reason: string }
  | { what: 'absence'; enrolment: string; day: string; reason: KindergartensAbsenceReason | null; remark: string }

export async function perform(kindergarten_id: string, doing: Doing): Promise<void> {
  const path = { kindergarten_id }
  switch (doing.what) {
    case 'mark': {
      const { enrolment: enrolment_id, kind, day, at: hour } = doing
      const at = new Date(`${day}T${hour}:00+05:00`)
      const body = { id: newId(), enrolment_id, kind, at: at.toISOString() }
      await unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/attendance/marks', { params: { path }, body }),
      )
      return
    }
    case 'strike':
      await unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/attendance/marks/{mark_id}/strike', {
          params: { path: { ...path, mark_id: doing.mark } },
          body: { reason: doing.reason },
        }),
      )
      return
    case 'absence': {
      const { enrolment: enrolment_id, day, reason, remark } = doing
      const body = { enrolment_id, day, reason, remark }
      await unwrap(
        api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/attendance/absences', { params: { path }, body }),
      )
    }
  }
}
