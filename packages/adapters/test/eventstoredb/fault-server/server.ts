/**
 * An EventStoreDB in this process, on loopback, that misbehaves on request.
 *
 * It stands behind a proxy, so that its connections can be cut.
 */
import {
  type AddressInfo,
  connect,
  createServer,
  type Server as NetServer,
  type Socket,
} from 'node:net'

import features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import gossip from '@eventstore/db-client/generated/gossip_pb.js'
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type * as pb from '@eventstore/db-client/generated/streams_pb.js'
import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js'

import { groups } from './groups.js'
import { type Expected, type Given, type Kept, type Log, log, text } from './log.js'
import {
  appendedResp,
  callError,
  caughtUpResp,
  checkpointResp,
  code,
  confirmationResp,
  conflictResp,
  deletedResp,
  eventResp,
  fellBehindResp,
  nameOf,
  notFoundResp,
  placeOf,
  positionOf,
  shared,
  streams,
  timeoutResp,
  tooLargeResp,
} from './messages.js'

/** What becomes of an append. */
export type AppendFault =
  /** The connection is cut before the events are kept, before the answer, or right behind it. */
  | 'cutBefore'
  | 'cutDuring'
  | 'cutAfter'
  /** No answer, ever; the events are kept, or not. */
  | 'silence'
  | 'keptSilence'
  | 'twice'
  | 'noPosition'
  /** Kept, and answered with the server's own timeout. */
  | 'timeout'
  | 'internal'
  | 'notLeader'
  | 'unavailable'
  | { readonly lateBy: number }
  /** Somebody else is first. */
  | { readonly race: (log: Log) => void }

/** What becomes of a read or subscription: cut, ended or silent behind so many events; one that fell behind goes on. */
export interface ReadFault {
  readonly after: number
  readonly then: 'cut' | 'end' | 'silence' | 'notLeader' | 'fellBehind'
}

export type Denial = 'everything' | 'reading $all' | 'a wrong password'

const maxAppendSize = 1_048_576

const expectedOf = (
  options: {
    hasNoStream(): boolean
    hasStreamExists(): boolean
    hasAny(): boolean
  },
  revision: () => string,
): Expected => {
  if (options.hasNoStream()) return 'noStream'
  if (options.hasStreamExists()) return 'streamExists'
  return options.hasAny() ? 'any' : BigInt(revision())
}

const filterOf = (
  filter: pb.ReadReq.Options.FilterOptions | undefined,
): ((kept: Kept) => boolean) => {
  if (filter === undefined) return () => true
  const byStream = filter.getStreamIdentifier()
  const expression = byStream ?? filter.getEventType()
  const prefixes = expression?.getPrefixList() ?? []
  const regex = new RegExp(expression?.getRegex() ?? '')
  return ({ stream, type }) => {
    const name = byStream === undefined ? type : stream
    return prefixes.length > 0 ? prefixes.some((p) => name.startsWith(p)) : regex.test(name)
  }
}

/** `tls`: in PEM; without it the server speaks none. */
export const faultServer = async (tls?: { readonly cert: Buffer; readonly key: Buffer }) => {
  const kept = log()
  const onAppend: AppendFault[] = []
  const onRead: ReadFault[] = []
  const onSubscribe: ReadFault[] = []
  /** Where a "not leader" points; this server itself unless said otherwise. */
  const leader = { port: 0 }
  let isAway = false
  /** What nobody here has the right to, or why he has none: a wrong password. */
  let denied: Denial | undefined
  let isWithoutLeader = false
  let open = 0
  let asked = 0

  // ---- the connection
  const sockets = new Set<Socket>()
  const cut = (): void => {
    for (const socket of [...sockets]) socket.destroy()
  }
  const server = new Server({ 'grpc.max_receive_message_length': 32 * 1024 * 1024 })
  const inner = await new Promise<number>((resolve, reject) => {
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.cert }])
    server.bindAsync('127.0.0.1:0', credentials, (error, port) => {
      if (error) reject(error)
      else resolve(port)
    })
  })
  const through = (socket: Socket): void => {
    const inside = connect(inner, '127.0.0.1')
    for (const each of [socket, inside]) {
      each.setNoDelay(true)
      sockets.add(each)
      each.on('error', () => undefined)
      each.on('close', () => {
        sockets.delete(each)
        socket.destroy()
        inside.destroy()
      })
    }
    socket.pipe(inside).pipe(socket)
  }
  const proxies: NetServer[] = []
  /** One more port at which the same server is found. */
  const listen = async (): Promise<number> => {
    const proxy = createServer(through)
    proxies.push(proxy)
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    return (proxy.address() as AddressInfo).port
  }
  const port = await listen()
  leader.port = port

  const away = () => callError(code.UNAVAILABLE, '')
  const denial = (what: Denial) => {
    if (denied === 'a wrong password') return callError(code.UNAUTHENTICATED, '')
    return denied === what || denied === 'everything'
      ? callError(code.PERMISSION_DENIED, 'access-denied')
      : undefined
  }
  const notLeader = () =>
    callError(code.NOT_FOUND, 'not-leader', {
      'leader-endpoint-host': '127.0.0.1',
      'leader-endpoint-port': String(leader.port),
    })

  // ---- appending
  type Batch = ServerDuplexStream<pb.BatchAppendReq, pb.BatchAppendResp>
  interface Pending {
    readonly first: pb.BatchAppendReq
    readonly given: Given[]
  }

  const answerOf = ({ first, given }: Pending, fault: AppendFault | undefined) => {
    const options = first.getOptions()
    const name = nameOf(options?.getStreamIdentifier())
    if (options === undefined) return undefined
    const size = given.reduce(
      (n, e) => n + e.data.length + e.metadata.length + 2 * e.type.length,
      0,
    )
    if (size > maxAppendSize) return tooLargeResp(first, name, maxAppendSize)
    const expected = expectedOf(options, () => options.getStreamPosition())
    const outcome = kept.append(name, expected, given)
    if (fault === 'timeout') return timeoutResp(first, name)
    switch (outcome._tag) {
      case 'Written':
        return appendedResp(
          first,
          outcome.revision,
          fault === 'noPosition' ? undefined : outcome.place,
        )
      case 'Conflict':
        return conflictResp(first, name, outcome.last)
      case 'Deleted':
        return deletedResp(first, name)
    }
  }

  const finish = (call: Batch, pending: Pending): void => {
    if (isAway) {
      call.emit('error', away())
      return
    }
    const refused = denial('everything')
    if (refused !== undefined) {
      call.emit('error', refused)
      return
    }
    const fault = onAppend.shift()
    if (fault === 'silence') return
    if (fault === 'cutBefore') {
      cut()
      return
    }
    if (fault === 'internal') {
      call.emit('error', callError(code.INTERNAL, ''))
      return
    }
    if (fault === 'notLeader' || fault === 'unavailable') {
      call.emit('error', fault === 'notLeader' ? notLeader() : away())
      return
    }
    if (typeof fault === 'object' && 'race' in fault) fault.race(kept)
    const answer = answerOf(pending, fault)
    if (answer === undefined || fault === 'keptSilence') return
    if (fault === 'cutDuring') {
      cut()
      return
    }
    if (typeof fault === 'object' && 'lateBy' in fault) {
      setTimeout(() => call.write(answer), fault.lateBy)
      return
    }
    call.write(answer)
    if (fault === 'twice') call.write(answer)
    if (fault === 'cutAfter') setImmediate(cut)
  }

  const batchAppend = (call: Batch): void => {
    const pending = new Map<string, Pending>()
    call.on('data', (req: pb.BatchAppendReq) => {
      const id = req.getCorrelationId()?.serializeBinary().toString() ?? ''
      const batch = pending.get(id) ?? { first: req, given: [] }
      pending.set(id, batch)
      for (const message of req.getProposedMessagesList())
        batch.given.push({
          id: message.getId()?.getString() ?? '',
          type: message.getMetadataMap().get('type') ?? '',
          contentType: message.getMetadataMap().get('content-type') ?? '',
          data: message.getData_asU8(),
          metadata: message.getCustomMetadata_asU8(),
        })
      if (!req.getIsFinal()) return
      pending.delete(id)
      finish(call, batch)
    })
    call.on('end', () => {
      call.end()
    })
    call.on('error', () => undefined)
  }

  // ---- reading
  type Read = ServerWritableStream<pb.ReadReq, pb.ReadResp>

  /** Whether reading goes on. */
  const misbehave = (call: Read, fault: ReadFault | undefined, sent: number): boolean => {
    if (fault?.after !== sent) return true
    if (fault.then === 'fellBehind') {
      call.write(fellBehindResp())
      return true
    }
    if (fault.then === 'cut') cut()
    if (fault.then === 'end') call.end()
    if (fault.then === 'notLeader') call.emit('error', notLeader())
    return false
  }

  const write = async (call: Read, resp: pb.ReadResp): Promise<void> => {
    if (call.write(resp) || call.cancelled) return
    await new Promise<void>((resolve) => {
      const go = () => {
        call.off('drain', go)
        call.off('cancelled', go)
        resolve()
      }
      call.on('drain', go)
      call.on('cancelled', go)
    })
  }

  const readStream = async (call: Read, options: pb.ReadReq.Options): Promise<void> => {
    const from = options.getStream()
    const name = nameOf(from?.getStreamIdentifier())
    const { events, isTombstoned } = kept.line(name)
    if (isTombstoned) {
      call.emit(
        'error',
        callError(code.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': name }),
      )
      return
    }
    const fault = onRead.shift()
    let sent = 0
    if (kept.isGone(name)) await write(call, notFoundResp(name))
    else {
      const isBackwards =
        options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS
      const readable = events.filter(({ revision }) => revision >= kept.firstOf(name))
      const start = from?.hasRevision() === true ? Number(from.getRevision()) : undefined
      const chosen = isBackwards
        ? readable.filter(({ revision }) => revision <= (start ?? Infinity)).reverse()
        : readable.filter(({ revision }) => revision >= (start ?? 0))
      for (const event of chosen.slice(0, Number(options.getCount()))) {
        if (call.cancelled || !misbehave(call, fault, sent)) return
        await write(call, eventResp(event))
        sent++
      }
    }
    if (misbehave(call, fault, sent)) call.end()
  }

  const subscribe = async (call: Read, options: pb.ReadReq.Options): Promise<void> => {
    const all = options.getAll()
    const filter = options.getFilter()
    const isLetThrough = filterOf(filter)
    const every = 8 * (filter?.getCheckpointintervalmultiplier() ?? 1)
    const fault = onSubscribe.shift()
    let next =
      all?.hasPosition() === true ? placeOf(all.getPosition()?.getCommitPosition() ?? '0') + 1 : 0
    let isLive = false
    let sent = 0
    let passed = 0
    let wake: () => void = () => undefined
    const onWrite = () => {
      wake()
    }
    kept.waiting.add(onWrite)
    call.on('cancelled', onWrite)
    await write(call, confirmationResp())
    try {
      while (!call.cancelled) {
        const event = kept.all[next]
        if (event === undefined) {
          if (!isLive) await write(call, caughtUpResp())
          isLive = true
          if (!misbehave(call, fault, sent)) return
          await new Promise<void>((resolve) => (wake = resolve))
          continue
        }
        if (!misbehave(call, fault, sent)) return
        next++
        if (isLetThrough(event)) {
          await write(call, eventResp(event))
          sent++
        }
        passed++
        if (passed % every === 0) await write(call, checkpointResp(event.place))
      }
    } finally {
      kept.waiting.delete(onWrite)
    }
  }

  const read = (call: Read): void => {
    open++
    asked++
    const isOver = () => {
      open--
    }
    const options = call.request.getOptions()
    call.on('error', () => undefined)
    call.once('close', isOver)
    const isAll = options?.hasAll() === true
    const refused = denial(isAll ? 'reading $all' : 'everything')
    if (isAway) call.emit('error', away())
    else if (refused !== undefined) call.emit('error', refused)
    else if (options?.hasSubscription() === true) void subscribe(call, options)
    else if (options !== undefined) void readStream(call, options)
  }

  // ---- deleting
  const remove =
    <Resp>(isForEver: boolean, resp: () => Resp) =>
    (
      call: ServerUnaryCall<pb.DeleteReq | pb.TombstoneReq, Resp>,
      done: sendUnaryData<Resp>,
    ): void => {
      const options = call.request.getOptions()
      if (options === undefined || isAway) {
        done(away())
        return
      }
      const name = nameOf(options.getStreamIdentifier())
      const expected = expectedOf(options, () => options.getRevision())
      const outcome = kept.remove(name, expected, isForEver)
      if (outcome === 'done') done(null, resp())
      else if (outcome._tag === 'Conflict')
        done(
          callError(code.FAILED_PRECONDITION, 'wrong-expected-version', {
            'stream-name': name,
            'expected-version': '-2',
            'actual-version': String(outcome.last),
          }),
        )
      else done(callError(code.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': name }))
    }

  server.addService(streamsService.StreamsService, {
    read,
    batchAppend,
    append: (_: unknown, done: sendUnaryData<pb.AppendResp>) => {
      done(callError(code.UNIMPLEMENTED, ''))
    },
    delete: remove(false, () => new streams.DeleteResp()),
    tombstone: remove(true, () => new streams.TombstoneResp()),
  })
  const shares = groups(server, kept, () => isAway)
  server.addService(featuresService.ServerFeaturesService, {
    getSupportedMethods: (_: unknown, done: sendUnaryData<object>) => {
      if (isAway) {
        done(away())
        return
      }
      const methods = new features.SupportedMethods()
      for (const [service, name, list] of [
        ['streams.streams', 'batchappend', []],
        ['persistent_subscriptions.persistentsubscriptions', 'replayparked', ['stream', 'all']],
      ] as const) {
        const method = new features.SupportedMethod()
        method.setServiceName(`event_store.client.${service}`)
        method.setMethodName(name)
        method.setFeaturesList([...list])
        methods.addMethods(method)
      }
      methods.setEventStoreServerVersion('24.6.0')
      done(null, methods)
    },
  })
  server.addService(gossipService.GossipService, {
    read: (_: unknown, done: sendUnaryData<object>) => {
      const info = new gossip.ClusterInfo()
      const member = new gossip.MemberInfo()
      const id = new shared.UUID()
      id.setString(crypto.randomUUID())
      member.setInstanceId(id)
      member.setTimeStamp('0')
      member.setState(
        isWithoutLeader
          ? gossip.MemberInfo.VNodeState.UNKNOWN
          : gossip.MemberInfo.VNodeState.LEADER,
      )
      member.setIsAlive(true)
      const endPoint = new gossip.EndPoint()
      endPoint.setAddress('127.0.0.1')
      endPoint.setPort(leader.port)
      member.setHttpEndPoint(endPoint)
      info.addMembers(member)
      done(null, info)
    },
  })

  return {
    port,
    listen,
    log: kept,
    leader,
    onAppend,
    onRead,
    onSubscribe,
    cut,
    /** How many reads and subscriptions are open. */
    openReads: () => open,
    /** How many there were. */
    asked: () => asked,
    away: (is: boolean) => {
      isAway = is
    },
    deny: (what: Denial | undefined) => {
      denied = what
    },
    groups: shares,
    withoutLeader: (is: boolean) => {
      isWithoutLeader = is
    },
    /** As others might have written it. */
    put: (stream: string, event: Partial<Given>, isDangling = false) => {
      const bare = {
        id: crypto.randomUUID(),
        type: 'Put',
        contentType: 'application/json',
        data: text('{}'),
        metadata: text(''),
      }
      kept.write(stream, [{ ...bare, ...event }], isDangling)
    },
    positionOf,
    stop: async () => {
      shares.stop()
      for (const proxy of proxies) proxy.close()
      cut()
      server.forceShutdown()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

export type FaultServer = Awaited<ReturnType<typeof faultServer>>
