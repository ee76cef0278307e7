/**
 * What a connection string says that will be regretted.
 *
 * @since 0.1.0
 */
import type { StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { invalid } from '../shared/store-errors.js'

/** Milliseconds that a cluster may be without a leader. */
const failover = 10_000

export const droppedCredentials = 'With tls=false the client drops the user and the password.'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

const shape = /^[a-z]+(\+discover)?:\/\/(?:([^@/]*)@)?([^/?@]+)\/?(?:\?(.*))?$/i

/** Warnings, each one sentence; or why nothing that it connects to can be relied on. */
export const checkConnectionString = (
  text: string,
): E.Either<StoreError, ReadonlyArray<string>> => {
  const [, discover, credentials, hosts = '', query = ''] = shape.exec(text) ?? []
  if (hosts === '')
    return E.left(invalid('connectionString', 'esdb://host:port, as the client takes it'))
  // The clients read the names of options without regard to capitals.
  const options = new Map(
    [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]),
  )
  if (options.get('throwonappendfailure') === 'false')
    return E.left(
      invalid('connectionString', 'throwOnAppendFailure=true: a conflict would pass for a success'),
    )
  const warnings: string[] = []
  const isPlain = options.get('tls') === 'false'
  const all = hosts.split(',')
  if (isPlain && credentials !== undefined) warnings.push(droppedCredentials)
  if (isPlain && !all.every((host) => loopback.test(host)))
    warnings.push('With tls=false everything is sent in the clear, and this is not loopback.')
  if (discover !== undefined || all.length > 1) {
    const attempts = Number(options.get('maxdiscoverattempts') ?? 10)
    const interval = Number(options.get('discoveryinterval') ?? 100)
    if (!(attempts * interval >= failover))
      warnings.push(
        `The search for a leader ends after ${attempts * interval} ms, a failover takes longer: maxDiscoverAttempts=100.`,
      )
  }
  return E.right(warnings)
}
