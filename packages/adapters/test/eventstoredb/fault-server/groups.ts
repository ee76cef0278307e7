/** Persistent subscriptions, as far as the adapter uses them: who is given what, and what becomes of what he answers. */
import persistentService from '@eventstore/db-client/generated/persistent_grpc_pb.js'
import persistent from '@eventstore/db-client/generated/persistent_pb.js'
import type { sendUnaryData, Server, ServerDuplexStream, ServerUnaryCall } from '@grpc/grpc-js'

import type { Kept, Log } from './log.js'
import { callError, code, deliveryResp, nameOf } from './messages.js'

type Read = ServerDuplexStream<persistent.ReadReq, persistent.ReadResp>

/** An event on its way: how often it was given before. */
interface Given {
  readonly kept: Kept
  readonly retries: number
}

interface Consumer {
  readonly call: Read
  readonly bufferSize: number
  readonly unanswered: Map<string, { readonly given: Given; readonly timer: NodeJS.Timeout }>
}

interface Group {
  readonly stream: string
  readonly messageTimeout: number
  readonly maxRetryCount: number
  readonly consumers: Consumer[]
  again: Given[]
  parked: Given[]
  next: number
}

const exists = () => callError(code.ALREADY_EXISTS, 'persistent-subscription-exists')
const absent = () => callError(code.NOT_FOUND, 'persistent-subscription-does-not-exist')

export const groups = (server: Server, log: Log, isAway: () => boolean) => {
  const all = new Map<string, Group>()
  const keyOf = (options: {
    getStreamIdentifier(): Parameters<typeof nameOf>[0]
    getGroupName(): string
  }): string => `${nameOf(options.getStreamIdentifier())}::${options.getGroupName()}`
  /** How often somebody is to be cut off right behind an event that is given. */
  const onDelivery: (() => void)[] = []

  const failed = (group: Group, { kept, retries }: Given): void => {
    if (retries < group.maxRetryCount) group.again.push({ kept, retries: retries + 1 })
    else group.parked.push({ kept, retries: 0 })
  }

  const pump = (group: Group): void => {
    for (;;) {
      const free = group.consumers.filter((c) => c.unanswered.size < c.bufferSize)
      const [consumer] = free.sort((a, b) => a.unanswered.size - b.unanswered.size)
      if (consumer === undefined) return
      const kept = log.line(group.stream).events[group.next]
      const given = group.again.shift() ?? (kept && { kept, retries: 0 })
      if (given === undefined) return
      if (given.kept === kept) group.next++
      const timer = setTimeout(() => {
        consumer.unanswered.delete(given.kept.id)
        failed(group, given)
        pump(group)
      }, group.messageTimeout)
      consumer.unanswered.set(given.kept.id, { given, timer })
      consumer.call.write(deliveryResp(given.kept, given.retries))
      const then = onDelivery.shift()
      if (then !== undefined) setImmediate(then)
    }
  }
  log.waiting.add(() => {
    for (const group of all.values()) pump(group)
  })

  const answered = (group: Group, consumer: Consumer, req: persistent.ReadReq): void => {
    const nack = req.getNack()
    const { RETRY, PARK } = persistent.ReadReq.Nack.Action
    for (const id of req.getAck()?.getIdsList() ?? nack?.getIdsList() ?? []) {
      const one = consumer.unanswered.get(id.getString())
      if (one === undefined) continue
      clearTimeout(one.timer)
      consumer.unanswered.delete(id.getString())
      if (nack?.getAction() === RETRY) failed(group, one.given)
      if (nack?.getAction() === PARK) group.parked.push({ kept: one.given.kept, retries: 0 })
    }
    pump(group)
  }

  const read = (call: Read): void => {
    let group: Group | undefined
    let consumer: Consumer | undefined
    const leave = (): void => {
      if (group === undefined || consumer === undefined) return
      group.consumers.splice(group.consumers.indexOf(consumer), 1)
      for (const { given, timer } of consumer.unanswered.values()) {
        clearTimeout(timer)
        group.again.push({ kept: given.kept, retries: given.retries + 1 })
      }
      consumer = undefined
      pump(group)
    }
    call.on('data', (req: persistent.ReadReq) => {
      const options = req.getOptions()
      if (group !== undefined && consumer !== undefined) answered(group, consumer, req)
      if (options === undefined) return
      group = all.get(keyOf(options))
      if (isAway() || group === undefined) {
        call.emit('error', isAway() ? callError(code.UNAVAILABLE, '') : absent())
        return
      }
      consumer = { call, bufferSize: options.getBufferSize(), unanswered: new Map() }
      group.consumers.push(consumer)
      const confirmed = new persistent.ReadResp()
      confirmed.setSubscriptionConfirmation(new persistent.ReadResp.SubscriptionConfirmation())
      call.write(confirmed)
      pump(group)
    })
    call.on('error', () => undefined)
    call.on('cancelled', leave)
    call.on('end', () => {
      leave()
      call.end()
    })
  }

  type Options = Parameters<typeof keyOf>[0]
  const unary =
    <Req extends { getOptions(): Options | undefined }, Resp>(
      run: (key: string, request: Req) => Resp | undefined,
      refusal: () => Error,
    ) =>
    (call: ServerUnaryCall<Req, Resp>, done: sendUnaryData<Resp>): void => {
      const options = call.request.getOptions()
      const answer = options && !isAway() ? run(keyOf(options), call.request) : undefined
      if (answer !== undefined) done(null, answer)
      else done(isAway() ? callError(code.UNAVAILABLE, '') : refusal())
    }

  server.addService(persistentService.PersistentSubscriptionsService, {
    read,
    create: unary((key, request: persistent.CreateReq) => {
      const options = request.getOptions()
      const settings = options?.getSettings()
      if (options === undefined || settings === undefined || all.has(key)) return undefined
      const stream = nameOf(options.getStreamIdentifier())
      const from = settings.getRevision()
      all.set(key, {
        stream,
        messageTimeout: settings.getMessageTimeoutMs(),
        maxRetryCount: settings.getMaxRetryCount(),
        consumers: [],
        again: [],
        parked: [],
        next: from === String(2n ** 64n - 1n) ? log.line(stream).events.length : Number(from),
      })
      return new persistent.CreateResp()
    }, exists),
    delete: unary<persistent.DeleteReq, persistent.DeleteResp>((key) => {
      const group = all.get(key)
      if (group === undefined) return undefined
      all.delete(key)
      for (const { call } of group.consumers)
        call.emit('error', callError(code.CANCELLED, 'persistent-subscription-dropped'))
      return new persistent.DeleteResp()
    }, absent),
    replayParked: unary<persistent.ReplayParkedReq, persistent.ReplayParkedResp>((key) => {
      const group = all.get(key)
      if (group === undefined) return undefined
      group.again = [...group.parked, ...group.again]
      group.parked = []
      pump(group)
      return new persistent.ReplayParkedResp()
    }, absent),
  })

  return {
    onDelivery,
    /** How many consumers there are, of all groups. */
    consumers: () => [...all.values()].reduce((n, { consumers }) => n + consumers.length, 0),
    stop: () => {
      for (const { consumers } of all.values())
        for (const { unanswered } of consumers)
          for (const { timer } of unanswered.values()) clearTimeout(timer)
    },
  }
}
