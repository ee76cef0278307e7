/**
 * Rules for trying things out, in which every clock, limit and refusal of a complaint can be met within a few days.
 *
 * @since 0.1.0
 */
import type { ComplaintRules } from '../../complaint/rules.js'
import { Authority } from '../../shared/authority.js'
import { day, hour, made } from '../pools.js'

/**
 * - An agent may repair, redo, send parts, and compensate up to EUR 50.00; a supervisor up to EUR 500.00;
 *   only a head may take back or reduce a price; nobody may exchange.
 * - A complaint of a `vip` is answered by phone as it is taken in; else first replies are due in 4 hours; a next reply is
 *   due in an hour, for a `vip` from the latest message; it is resolved in 2 days. Waiting pauses both.
 * - A repair or return hears from us every 2 hours. An inquiry's next reply clock runs after the first reply.
 *   All else has the default of 24 hours for a first reply and no resolution deadline.
 * - Two notices before a close as unanswered; 5 days to reopen; an hour for the liaison note.
 */
export const complaintRules: ComplaintRules = {
  authority: made(Authority, [
    { role: 'agent', matter: 'repair' },
    { role: 'agent', matter: 'redo' },
    { role: 'agent', matter: 'parts' },
    { role: 'agent', matter: 'compensation', upTo: [{ amount: 5_000, currency: 'EUR' }] },
    { role: 'supervisor', matter: 'compensation', upTo: [{ amount: 50_000, currency: 'EUR' }] },
    { role: 'head', matter: 'return' },
    { role: 'head', matter: 'priceReduction' },
  ]),
  clocks: [
    {
      kinds: ['complaint'],
      tiers: ['vip'],
      policy: {
        firstReply: { within: 4 * hour },
        nextReply: { within: hour, from: 'lastContact' },
        resolution: { within: 2 * day },
        pausedWhileWaiting: ['nextReply', 'resolution'],
        answeredAtIntake: ['phone'],
      },
    },
    {
      kinds: ['complaint'],
      policy: {
        firstReply: { within: 4 * hour },
        nextReply: { within: hour },
        resolution: { within: 2 * day },
        pausedWhileWaiting: ['firstReply', 'nextReply', 'resolution'],
      },
    },
    {
      kinds: ['repair', 'return'],
      policy: {
        nextReply: { within: 2 * hour, from: 'betweenAgentUpdates' },
        resolution: { within: 2 * day },
        pausedWhileWaiting: ['resolution'],
      },
    },
    {
      kinds: ['inquiry'],
      policy: {
        nextReply: { within: hour, from: 'afterFirstReply' },
        resolution: 'none',
        pausedWhileWaiting: [],
      },
    },
    { policy: { resolution: 'none', pausedWhileWaiting: [] } },
  ],
  noticeTries: 2,
  reopenWithin: 5 * day,
  liaisonNote: { within: hour },
}
