/**
 * What is wrong with a connection, in one sentence.
 *
 * @since 0.1.0
 */

/** What the client's words mean, the more particular first. */
const meanings: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /wrong version number|packet length too long|EPROTO|ssl3_get_record/i,
    'TLS was tried on a server that speaks none: say tls=false, on loopback alone',
  ],
  [
    /self[- ]signed certificate|unable to (verify|get local issuer)|UNABLE_TO_|CERT_|certificate/i,
    'the server’s certificate is not known here: name its authority with tlsCAFile',
  ],
  [/ENOTFOUND|EAI_AGAIN|name resolution/i, 'the server’s name is not known'],
  [/ECONNREFUSED/i, 'nobody listens there'],
  [
    /ECONNRESET|connection dropped|socket hang up|protocol error|goaway/i,
    'the connection was cut; a server that wants TLS does so to a client that does not',
  ],
  [
    /Failed to discover/i,
    'no leader was found in the time that the discovery takes: maxDiscoverAttempts=100 outlasts a failover',
  ],
]

const messageOf = (error: unknown): string => {
  if (error instanceof Error && error.message !== '') return error.message
  const type =
    typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  return typeof type === 'string' ? type : String(error)
}

/** The client's own words, and what they mean where that is known. */
export const sentence = (error: unknown): string => {
  const message = messageOf(error)
  const meaning = meanings.find(([words]) => words.test(message))
  return meaning === undefined ? message : `${message} (${meaning[1]})`
}
