import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  because,
  closed,
  command,
  complaintId,
  content,
  customer,
  damage,
  day,
  days,
  desk,
  entry,
  event,
  fault,
  foundValid,
  hour,
  hours,
  inCharge,
  instant,
  intake,
  judged,
  li,
  monday,
  name,
  ofKind,
  onTheTable,
  chosen,
  recorded,
  resolved,
  rules,
  tuesday,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const record = command('RecordComplaint', intake, monday)

describe('a complaint taken in', () => {
  scenario('belongs to whoever was asked first').given([]).when(record).records([recorded])

  scenario('belongs to another where that is said')
    .given([])
    .when(command('RecordComplaint', { ...intake, firstResponsible: li.id }, monday))
    .records([ofKind('complaint', { firstResponsible: li.id })])

  const more = {
    stage: 'afterSale',
    content: fault,
    tier: name('vip'),
    complainant: name('her son'),
    complainantType: 'victim',
    repeatOf: complaintId(1),
    splitFrom: complaintId(2),
  } as const
  scenario('keeps all that was said with it')
    .given([])
    .when(command('RecordComplaint', { ...intake, ...more }, monday))
    .records([ofKind('complaint', more)])

  scenario('is recorded once').given([recorded]).when(record).recordsNothing()

  scenario('is recorded once, whoever is said to own it now')
    .given([recorded])
    .when(command('RecordComplaint', { ...intake, firstResponsible: li.id }, monday))
    .recordsNothing()

  scenario('is not recorded again of another customer')
    .given([recorded])
    .when(command('RecordComplaint', { ...intake, customer: customer(2) }, monday))
    .refuses({ _tag: 'AlreadyRecorded' })

  scenario('is not recorded again at another instant')
    .given([recorded])
    .when(command('RecordComplaint', intake, hours(1)))
    .refuses({ _tag: 'AlreadyRecorded' })

  scenario('is not recorded again by somebody else')
    .given([recorded])
    .when(command('RecordComplaint', intake, monday, li))
    .refuses({ _tag: 'AlreadyRecorded' })

  scenario('recorded once stays so after its close')
    .given([...resolved, closed()])
    .when(record)
    .recordsNothing()

  scenario('that nobody recorded has no next step')
    .given([])
    .when(command('FindValid', { content: fault, reasons: because }))
    .refuses({ _tag: 'NotRecorded' })

  scenario('that nobody recorded hears nothing more from its customer')
    .given([])
    .when(
      command('RecordContact', {
        messageId: entry(51),
        channel: 'phone',
        text: because,
        automatic: false,
      }),
    )
    .refuses({ _tag: 'NotRecorded' })
})

describe('an intake that answers itself', () => {
  const selfAnswering = {
    ...rules,
    clocks: [
      {
        policy: {
          resolution: 'none' as const,
          pausedWhileWaiting: [],
          answeredAtIntake: ['phone' as const],
        },
      },
    ],
  }
  const told = scenarios(complaint(selfAnswering), { test })

  told('is its own first reply on a channel that the policy names')
    .given([])
    .when(record)
    .records([
      ofKind('complaint', {
        stopped: [{ clock: 'firstReply', startedAt: monday, dueAt: tuesday }],
      }),
    ])

  told('is none on another channel')
    .given([])
    .when(command('RecordComplaint', { ...intake, channel: 'email' }, monday))
    .records([ofKind('complaint', { channel: 'email' })])

  const never = {
    ...selfAnswering,
    clocks: selfAnswering.clocks.map(({ policy }) => ({
      policy: { ...policy, firstReply: { within: 365 * 101 * day } },
    })),
  }
  scenarios(complaint(never), { test })('stops no clock that can not run')
    .given([])
    .when(record)
    .records([recorded])
})

describe('what was said at intake', () => {
  const toInquiry = { kind: 'inquiry', clocksFrom: 'receipt' } as const
  scenario('is of another kind after all')
    .given(judged)
    .when(command('ChangeKind', toInquiry))
    .records([event('KindChanged', toInquiry)])

  scenario('is of that kind already')
    .given([recorded])
    .when(command('ChangeKind', { kind: 'complaint', clocksFrom: 'change' }))
    .recordsNothing()

  scenario('is of no other kind once it is resolved')
    .given(resolved)
    .when(command('ChangeKind', toInquiry))
    .refuses({
      _tag: 'StepOutOfOrder',
      step: 'resolved',
      expected: [
        'recorded',
        'judged',
        'assigned',
        'investigated',
        'proposed',
        'approved',
        'notified',
        'accepted',
        'decided',
      ],
    })

  scenario('is judged anew when it turned out to be a complaint again')
    .given([
      ...judged,
      event('KindChanged', toInquiry),
      event('KindChanged', { kind: 'complaint', clocksFrom: 'receipt' }),
    ])
    .when(command('FindValid', { content: fault, reasons: because }))
    .records([foundValid])

  scenario('of another kind has nothing on the table')
    .given([
      ...onTheTable,
      event('KindChanged', toInquiry),
      event('KindChanged', { kind: 'complaint', clocksFrom: 'receipt' }),
    ])
    .when(
      command('ApproveRemedies', {
        proposalId: entry(50),
        options: [entry(50)],
      }),
    )
    .refuses({ _tag: 'NoSuchProposal' })

  scenario('of another kind and back has no remedy accepted')
    .given([
      ...chosen,
      event('KindChanged', toInquiry),
      event('KindChanged', { kind: 'complaint', clocksFrom: 'receipt' }),
    ])
    .when(command('AcceptRemedy', { optionId: entry(51) }))
    .refuses({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['notified'] })

  scenario('an inquiry that is a repair after all goes its way from the start')
    .given([ofKind('inquiry'), event('KindChanged', { kind: 'repair', clocksFrom: 'receipt' })])
    .when(command('AssignResponsibility', { to: { kind: 'person', id: li.id } }))
    .records([event('ResponsibilityAssigned', { to: { kind: 'person', id: li.id }, owner: li.id })])

  scenario('a repair that was a complaint in somebody’s hands is decided there')
    .given([...inCharge, event('KindChanged', { kind: 'repair', clocksFrom: 'receipt' })])
    .when(command('DecideService', { terms: 'free', why: because }))
    .records([event('ServiceDecided', { terms: 'free', why: because, stopped: [] })])

  const tier = { tier: name('vip'), clocksFrom: 'change' } as const
  scenario('is by a customer of another tier')
    .given([recorded])
    .when(command('ChangeTier', tier))
    .records([event('TierChanged', tier)])
  scenario('is by a customer of that tier already')
    .given([recorded, event('TierChanged', tier)])
    .when(command('ChangeTier', tier))
    .recordsNothing()
  scenario('was by a customer of that tier from the first')
    .given([ofKind('complaint', { tier: name('vip') })])
    .when(command('ChangeTier', tier))
    .recordsNothing()

  scenario('is about something else')
    .given(judged)
    .when(command('ChangeContent', { content: damage }))
    .records([event('ContentChanged', { content: damage })])
  scenario('is about that already')
    .given(judged)
    .when(command('ChangeContent', { content: fault }))
    .recordsNothing()
  scenario('was about that from the first')
    .given([ofKind('complaint', { content: damage })])
    .when(command('ChangeContent', { content: damage }))
    .recordsNothing()
  scenario('is about another subtype')
    .given([ofKind('complaint', { content: damage })])
    .when(
      command('ChangeContent', { content: content({ category: 'transport', subtype: 'loss' }) }),
    )
    .records([
      event('ContentChanged', { content: content({ category: 'transport', subtype: 'loss' }) }),
    ])

  scenario('is by another type of complainant')
    .given([recorded])
    .when(command('ChangeComplainantType', { complainantType: 'rational' }))
    .records([event('ComplainantTypeChanged', { complainantType: 'rational' })])
  scenario('is by that type of complainant already')
    .given([recorded, event('ComplainantTypeChanged', { complainantType: 'rational' })])
    .when(command('ChangeComplainantType', { complainantType: 'rational' }))
    .recordsNothing()
  scenario('was by that type of complainant from the first')
    .given([ofKind('complaint', { complainantType: 'victim' })])
    .when(command('ChangeComplainantType', { complainantType: 'victim' }))
    .recordsNothing()

  scenario('is a repeat of an earlier one')
    .given([recorded])
    .when(command('LinkRepeat', { first: complaintId(1) }))
    .records([event('RepeatLinked', { first: complaintId(1) })])
  scenario('is that repeat already')
    .given([recorded, event('RepeatLinked', { first: complaintId(1) })])
    .when(command('LinkRepeat', { first: complaintId(1) }))
    .recordsNothing()
  scenario('is a repeat of one first complaint only')
    .given([ofKind('complaint', { repeatOf: complaintId(1) })])
    .when(command('LinkRepeat', { first: complaintId(2) }))
    .refuses({ _tag: 'AlreadyLinked', first: complaintId(1) })

  const moved = { customer: customer(2), why: because }
  scenario('is moved to the customer whose it is')
    .given([recorded])
    .when(command('MoveComplaint', moved))
    .records([event('ComplaintMoved', { ...moved, from: customer(1) })])
  scenario('is that customer’s already')
    .given([recorded, event('ComplaintMoved', { ...moved, from: customer(1) })])
    .when(command('MoveComplaint', moved))
    .recordsNothing()
})

describe('what was written down later', () => {
  const note = (at: typeof monday) => command('ChangeContent', { content: damage }, at, desk)
  const later = ofKind('complaint', {}, monday)
  const noted = event('ContentChanged', { content: fault }, days(20))

  scenario('is welcome a week after the latest fact')
    .given([later, noted])
    .when(note(days(13)))
    .records([event('ContentChanged', { content: damage }, days(13))])
  scenario('is not welcome any later than that')
    .given([later, noted])
    .when(note(instant(new Date(days(13) - 1).toISOString())))
    .refuses({ _tag: 'TooLongAgo', earliest: days(13) })
  scenario('counts from the latest fact, not from the last one written')
    .given([later, noted, event('ContentChanged', { content: fault }, days(14))])
    .when(note(days(12)))
    .refuses({ _tag: 'TooLongAgo', earliest: days(13) })
  scenario('may be as old as the complaint')
    .given([later])
    .when(note(monday))
    .records([event('ContentChanged', { content: damage }, monday)])
  scenario('is not older than the complaint')
    .given([later])
    .when(note(instant(new Date(monday - 1).toISOString())))
    .refuses({ _tag: 'BeforeItBegan', began: monday })
  scenario('is refused for what is wrong with it, not for its age')
    .given([later])
    .when(
      command('AcceptRemedy', { optionId: entry(51) }, instant(new Date(monday - 1).toISOString())),
    )
    .refuses({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['notified'] })
  scenario('is no news when it is so already, whatever its age')
    .given([later, noted])
    .when(command('ChangeContent', { content: fault }, monday))
    .recordsNothing()

  const strict = scenarios(complaint({ ...rules, lateBy: hour }), { test })
  strict('has the limit that the host sets')
    .given([later, noted])
    .when(note(instant(new Date(days(20) - hour).toISOString())))
    .records([
      event(
        'ContentChanged',
        { content: damage },
        instant(new Date(days(20) - hour).toISOString()),
      ),
    ])
  strict('has that limit exactly')
    .given([later, noted])
    .when(note(instant(new Date(days(20) - hour - 1).toISOString())))
    .refuses({
      _tag: 'TooLongAgo',
      earliest: instant(new Date(days(20) - hour).toISOString()),
    })
})
