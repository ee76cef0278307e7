/** The wire's own words, made with the client's published `generated/` code. */
import { createRequire } from 'node:module'

import persistent from '@eventstore/db-client/generated/persistent_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import status from '@eventstore/db-client/generated/status_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { Metadata, type ServiceError, status as code } from '@grpc/grpc-js'

import type { Kept } from './log.js'

const fromClient = createRequire(
  createRequire(import.meta.url).resolve('@eventstore/db-client/package.json'),
)

interface AnyMessage {
  pack(bytes: Uint8Array, name: string): void
}
type New<A> = new () => A
const { Any } = fromClient('google-protobuf/google/protobuf/any_pb.js') as { Any: New<AnyMessage> }
const { Empty } = fromClient('google-protobuf/google/protobuf/empty_pb.js') as {
  Empty: New<never>
}

export const positionOf = (place: number): string => String((place + 1) * 100)
export const placeOf = (position: string): number => Number(position) / 100 - 1

export const nameOf = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8')

const identifierOf = (name: string) => {
  const identifier = new shared.StreamIdentifier()
  identifier.setStreamName(Buffer.from(name, 'utf8').toString('base64'))
  return identifier
}

type StreamRecord = InstanceType<typeof streams.ReadResp.ReadEvent.RecordedEvent>
type GroupRecord = InstanceType<typeof persistent.ReadResp.ReadEvent.RecordedEvent>

const record = <R extends StreamRecord | GroupRecord>(kept: Kept, event: R): R => {
  const { id, type, contentType, stream, revision, place, created, data, metadata } = kept
  const uuid = new shared.UUID()
  uuid.setString(id)
  event.setId(uuid)
  event.setStreamIdentifier(identifierOf(stream))
  event.setStreamRevision(String(revision))
  event.setCommitPosition(positionOf(place))
  event.setPreparePosition(positionOf(place))
  event.getMetadataMap().set('type', type)
  event.getMetadataMap().set('content-type', contentType)
  event.getMetadataMap().set('created', String(BigInt(created) * 10_000n))
  event.setData(data)
  event.setCustomMetadata(metadata)
  return event
}

export const eventResp = (kept: Kept) => {
  const resp = new streams.ReadResp()
  const event = new streams.ReadResp.ReadEvent()
  const { RecordedEvent } = streams.ReadResp.ReadEvent
  if (kept.isDangling) event.setLink(record(kept, new RecordedEvent()))
  else event.setEvent(record(kept, new RecordedEvent()))
  event.setCommitPosition(positionOf(kept.place))
  resp.setEvent(event)
  return resp
}

/** To a member of a group. */
export const deliveryResp = (kept: Kept, retries: number) => {
  const resp = new persistent.ReadResp()
  const event = new persistent.ReadResp.ReadEvent()
  const { RecordedEvent } = persistent.ReadResp.ReadEvent
  if (kept.isDangling) event.setLink(record(kept, new RecordedEvent()))
  else event.setEvent(record(kept, new RecordedEvent()))
  event.setCommitPosition(positionOf(kept.place))
  event.setRetryCount(retries)
  resp.setEvent(event)
  return resp
}

export const notFoundResp = (name: string) => {
  const resp = new streams.ReadResp()
  const notFound = new streams.ReadResp.StreamNotFound()
  notFound.setStreamIdentifier(identifierOf(name))
  resp.setStreamNotFound(notFound)
  return resp
}

export const confirmationResp = () => {
  const resp = new streams.ReadResp()
  const confirmation = new streams.ReadResp.SubscriptionConfirmation()
  confirmation.setSubscriptionId(crypto.randomUUID())
  resp.setConfirmation(confirmation)
  return resp
}

export const checkpointResp = (place: number) => {
  const resp = new streams.ReadResp()
  const checkpoint = new streams.ReadResp.Checkpoint()
  checkpoint.setCommitPosition(positionOf(place))
  checkpoint.setPreparePosition(positionOf(place))
  resp.setCheckpoint(checkpoint)
  return resp
}

export const caughtUpResp = () => {
  const resp = new streams.ReadResp()
  resp.setCaughtUp(new streams.ReadResp.CaughtUp())
  return resp
}

export const fellBehindResp = () => {
  const resp = new streams.ReadResp()
  resp.setFellBehind(new streams.ReadResp.FellBehind())
  return resp
}

type BatchReq = InstanceType<typeof streams.BatchAppendReq>

export const appendedResp = (req: BatchReq, revision: number, place: number | undefined) => {
  const resp = new streams.BatchAppendResp()
  resp.setCorrelationId(req.getCorrelationId())
  const success = new streams.BatchAppendResp.Success()
  success.setCurrentRevision(String(revision))
  if (place === undefined) success.setNoPosition(new Empty())
  else {
    const position = new shared.AllStreamPosition()
    position.setCommitPosition(positionOf(place))
    position.setPreparePosition(positionOf(place))
    success.setPosition(position)
  }
  resp.setSuccess(success)
  return resp
}

const refusedResp = (req: BatchReq, name: string, bytes: Uint8Array, type: string) => {
  const resp = new streams.BatchAppendResp()
  resp.setCorrelationId(req.getCorrelationId())
  resp.setStreamIdentifier(identifierOf(name))
  const details = new Any()
  details.pack(bytes, `event_store.client.${type}`)
  const error = new status.Status()
  error.setMessage(type)
  error.setDetails(details as unknown as Parameters<typeof error.setDetails>[0])
  resp.setError(error)
  return resp
}

export const conflictResp = (req: BatchReq, name: string, last: number) => {
  const conflict = new shared.WrongExpectedVersion()
  if (last < 0) conflict.setCurrentNoStream(new Empty())
  else conflict.setCurrentStreamRevision(String(last))
  conflict.setExpectedAny(new Empty())
  return refusedResp(req, name, conflict.serializeBinary(), 'WrongExpectedVersion')
}

export const deletedResp = (req: BatchReq, name: string) => {
  const deleted = new shared.StreamDeleted()
  deleted.setStreamIdentifier(identifierOf(name))
  return refusedResp(req, name, deleted.serializeBinary(), 'StreamDeleted')
}

export const timeoutResp = (req: BatchReq, name: string) =>
  refusedResp(req, name, new shared.Timeout().serializeBinary(), 'Timeout')

export const tooLargeResp = (req: BatchReq, name: string, limit: number) => {
  const tooLarge = new shared.MaximumAppendSizeExceeded()
  tooLarge.setMaxappendsize(limit)
  return refusedResp(req, name, tooLarge.serializeBinary(), 'MaximumAppendSizeExceeded')
}

/** An error of a whole call, as the server sends it. */
export const callError = (
  grpcCode: code,
  exception: string,
  fields: Readonly<Record<string, string>> = {},
): ServiceError => {
  const metadata = new Metadata()
  if (exception !== '') metadata.set('exception', exception)
  for (const [key, value] of Object.entries(fields)) metadata.set(key, value)
  return Object.assign(new Error(exception), { code: grpcCode, details: exception, metadata })
}

export { code, shared, streams }
