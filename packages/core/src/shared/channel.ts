/**
 * By which way a customer and the business speak to each other.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { oneOf } from './one-of.js'

/** A contact point's kind, and the way of every message, reply, notice and visit. */
export const Channel = oneOf('Channel', [
  'phone',
  'sms',
  'email',
  'chat',
  'fax',
  'letter',
  'inPerson',
  'siteVisit',
  'video',
  'webForm',
  'forum',
  'social',
])
export type Channel = t.TypeOf<typeof Channel>
