/**
 * What happens to the customers of the views' benchmarks: four stories of ten events each, over all seven kinds of stream.
 * Data stands here as it is stored; it is the same in every run.
 */

/** An event before it is on record: the stream's category and id, and what is stored. */
export interface Told {
  readonly category: string
  readonly id: string
  readonly type: string
  readonly data: object
}

/** The ids of one customer's things, and his clock: `at(3)` is three hours after he was first heard of. */
interface Who {
  readonly customer: string
  readonly id: (thing: number) => string
  readonly at: (hours: number) => string
  readonly n: number
}

const firstMorning = Date.parse('2026-03-02T08:00:00.000Z')

/** A UUID: the customer's number, and which of his things it is. */
const uuid = (n: number, thing: number): string =>
  `${n.toString(16).padStart(8, '0')}-000${thing.toString(16)}-4000-8000-00000000c0de`

const whoIs = (n: number): Who => ({
  customer: uuid(n, 0),
  id: (thing) => uuid(n, thing),
  at: (hours) => new Date(firstMorning + n * 60_000 + hours * 3_600_000).toISOString(),
  n,
})

const agent = { id: 'agent-17', role: 'agent' }
const policy = { id: 'promises', role: 'policy' }

const handlers = ['agent-17', 'agent-42', 'agent-43', 'agent-81'] as const
const departments = ['Household', 'Parts', 'Shipping', 'Service'] as const
const one = <A>(of: ReadonlyArray<A>, n: number): A => of[n % of.length] as A

const teller =
  (category: string, id: string, by: object = agent) =>
  (type: string, at: string, data: object): Told => ({
    category,
    id,
    type,
    data: { ...data, at, by },
  })

const registered = ({ customer, at, n }: Who): Told =>
  teller('customer', customer)('CustomerRegistered', at(0), {
    kind: n % 5 === 0 ? 'organisation' : 'person',
    relation: 'external',
    stage: 'buyer',
    name: `Customer ${n}`,
  })

const bought = ({ customer, at, n }: Who, order: number, hours: number): Told =>
  teller('dealings', customer)('PurchaseRecorded', at(hours), {
    orderId: `SO-${n}-${order}`,
    amount: { amount: 1_000 + ((n * 37 + order * 911) % 20_000), currency: 'EUR' },
    margin: 200 + (n % 400),
    lines: [
      { item: one(['kettle', 'pan', 'lamp'], n + order), quantity: 1 + (order % 3), amount: 1_000 },
    ],
  })

const recorded = (who: Who, hours: number, kind = 'complaint'): Told =>
  teller('complaint', who.id(1))('ComplaintRecorded', who.at(hours), {
    kind,
    customer: who.customer,
    channel: one(['email', 'phone', 'webForm'], who.n),
    about: { topic: 'order', ref: `SO-${who.n}-0` },
    demand: 'It came with a crack along its side. I would like another, or my money back.',
    firstResponsible: one(handlers, who.n),
    stopped: [],
    content: { category: 'quality', subtype: 'cracking' },
    tier: 'ordinary',
  })

const assigned = ({ id, at, n }: Who, hours: number): Told =>
  teller('complaint', id(1))('ResponsibilityAssigned', at(hours), {
    to: { kind: 'person', id: one(handlers, n + 1), department: one(departments, n) },
    owner: one(handlers, n),
  })

const clock = ({ at }: Who, name: string, from: number, due: number): object => ({
  clock: name,
  startedAt: at(from),
  dueAt: at(due),
})

const replied = (who: Who, hours: number, from: number): Told =>
  teller('complaint', who.id(1))('ReplyGiven', who.at(hours), {
    replyId: who.id(2),
    channel: 'email',
    text: 'We are sorry. Another one leaves our warehouse today; keep the first one, please.',
    automatic: false,
    stopped: [clock(who, 'firstReply', from, from + 24)],
  })

const issued = ({ id, customer, at }: Who, hours: number): Told =>
  teller('survey', id(4), policy)('SurveyIssued', at(hours), {
    customer,
    about: { topic: 'complaint', complaintId: id(1) },
    mode: 'transaction',
    channel: 'email',
    answeredFor: [agent],
    expiresAt: at(hours + 336),
    purpose: 'survey',
  })

const answered = ({ id, at, n }: Who, hours: number): Told =>
  teller('survey', id(4))('SurveyAnswered', at(hours), {
    answers: {
      csat: 1 + (n % 5),
      nps: n % 11,
      effort: 1 + (n % 7),
      index: { overall: 1 + (n % 10), expectation: 7, ideal: 6 },
      comment: 'Put right at once, thank you.',
    },
    correctableUntil: at(hours + 48),
  })

const promised = ({ id, customer, at }: Who, hours: number): Told =>
  teller('promise', id(3))('PromiseMade', at(hours), {
    customer,
    kind: 'remedy',
    what: 'Another one, at his door.',
    dueAt: at(hours + 72),
    source: { origin: 'complaint', complaintId: id(1) },
    basis: 'In the warehouse by the list of this morning.',
    timeZone: 'Europe/Berlin',
  })

/** He complains, is answered, helped and asked how it was. */
const complains = (who: Who): ReadonlyArray<Told> => {
  const { id, at, n } = who
  const complaint = teller('complaint', id(1))
  return [
    registered(who),
    recorded(who, 1),
    assigned(who, 2),
    replied(who, 3 + (n % 30), 1),
    promised(who, 34),
    complaint('ResolvedAtOnce', at(60), {
      option: {
        optionId: id(5),
        remedy: n % 3 === 0 ? 'compensation' : 'exchange',
        what: 'another one',
        cost: { amount: 2_500, currency: 'EUR' },
      },
      noteDueAt: at(108),
      stopped: [clock(who, 'resolution', 1, 241)],
    }),
    teller('promise', id(3))('PromiseKept', at(80), { evidence: ['parcel 18'] }),
    complaint('ComplaintClosed', at(90), {
      summary: 'Cracked in transport; another one was sent.',
      outcome: 'resolved',
      evaluation: { toCaseLibrary: n % 2 === 0, lesson: 'Pack it in two boxes.' },
      stopped: [],
    }),
    issued(who, 91),
    answered(who, 110),
  ]
}

/** He buys, gives something back, is visited, and says what he thinks of us. */
const buys = (who: Who): ReadonlyArray<Told> => {
  const { id, customer, at, n } = who
  const due = at(720)
  return [
    registered(who),
    teller('customer', customer)('CustomerClassified', at(1), {
      classification: { scheme: 'tier', value: one(['ordinary', 'golden', 'vip'], n) },
    }),
    bought(who, 0, 2),
    bought(who, 1, 170 + (n % 100)),
    teller('followUp', id(6))('PlanOpened', at(300), {
      customer,
      kind: 'returnVisit',
      anchor: at(300),
      timeZone: 'Europe/Berlin',
      channel: 'phone',
      window: { early: 604_800_000, late: 604_800_000 },
      december: [],
      cadence: [{ unit: 'month', every: 1 }],
      visitor: one(handlers, n),
    }),
    bought(who, 2, 400 + (n % 100)),
    teller('dealings', customer)('PurchaseReturned', at(600), {
      returnId: id(7),
      orderId: `SO-${n}-2`,
      returned:
        n % 2 === 0
          ? { extent: 'full' }
          : { extent: 'part', amount: { amount: 500, currency: 'EUR' } },
      why: 'One of them leaked.',
    }),
    teller('followUp', id(6))('VisitDone', at(721), {
      visitId: id(8),
      channel: 'phone',
      reached: true,
      satisfactionAsked: true,
      satisfied: true,
      learned: 'It runs at night too.',
      planned: {
        visit: `visit/${due.slice(0, 10)}`,
        opensAt: at(552),
        dueAt: due,
        until: at(888),
      },
    }),
    bought(who, 3, 900 + (n % 100)),
    teller('dealings', customer)('AttitudeStated', at(1_000), {
      statementId: id(9),
      towardUs: n % 11,
      towardBestRival: (n * 7) % 11,
    }),
  ]
}

/** He complains, has to ask again, and is let down. */
const chases = (who: Who): ReadonlyArray<Told> => {
  const { id, at, n } = who
  const complaint = teller('complaint', id(1))
  return [
    registered(who),
    bought(who, 0, 1),
    recorded(who, 50),
    assigned(who, 51),
    promised(who, 52),
    complaint('ComplaintHandedOver', at(60), {
      handOverId: id(5),
      to: { kind: 'person', id: one(handlers, n + 2), department: one(departments, n + 1) },
      why: 'knows the warehouse',
      customerAsked: true,
      passedOn: 'All that he wrote, and the photographs.',
      owner: one(handlers, n),
    }),
    complaint('CustomerContactedAgain', at(100), {
      messageId: id(6),
      channel: 'email',
      text: 'It has not come yet. Could you tell me when it will?',
      automatic: false,
      purpose: 'chasing',
    }),
    teller('promise', id(3), policy)('PromiseBroken', at(125), {
      why: 'nobody sent it',
      dueAt: at(124),
    }),
    replied(who, 130, 50),
    bought(who, 1, 400),
  ]
}

/** What he bought fails, and is repaired. */
const repairs = (who: Who): ReadonlyArray<Told> => {
  const { id, customer, at } = who
  const fault = teller('fault', id(7))
  return [
    registered(who),
    bought(who, 0, 1),
    recorded(who, 500, 'repair'),
    fault('FaultReported', at(501), {
      failed: { kind: 'product', ref: 'pump P200' },
      seenAt: at(499),
      place: 'the mill, second floor',
      what: 'It leaks at the seal.',
      plan: 'A new seal, and a look at the others.',
      contractSigner: 'sun',
      manager: 'ma',
      customer,
    }),
    fault('ComplaintLinked', at(502), { complaint: id(1) }),
    replied(who, 503, 500),
    teller('complaint', id(1))('ServiceDone', at(560), {
      evidence: ['seal'],
      stopped: [clock(who, 'resolution', 500, 740)],
    }),
    fault('FaultCleared', at(561), { how: 'A new seal.' }),
    issued(who, 570),
    answered(who, 590),
  ]
}

const stories = [complains, buys, chases, repairs]

/** All that happens to the customer of this number. */
export const storyOf = (n: number): ReadonlyArray<Told> => one(stories, n)(whoIs(n))

/** How many events each story has. */
export const eventsEach = 10
