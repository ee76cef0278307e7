/**
 * What is wrong with a connection, in one sentence.
 *
 * @since 0.1.0
 */

/** What the clients' words mean, the more particular first. */
const meanings: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /wrong version number|packet length too long|EPROTO/i,
    'TLS was tried on a server that speaks none: tls=false, on loopback alone',
  ],
  [
    /self[- ]signed certificate|unable to verify|unable to get|CERT_/i,
    'the server’s certificate is not known here: name its authority with tlsCAFile',
  ],
  [/ENOTFOUND|EAI_AGAIN|name resolution/i, 'the server’s name is not known'],
  [/ECONNREFUSED/i, 'nobody listens there'],
  [
    /Last error: Failed to connect/i,
    'the connection was ended at once, as a server that wants TLS does to one without',
  ],
  [
    /Failed to discover/i,
    'no leader was found in the time that the search takes: maxDiscoverAttempts=100 outlasts a failover',
  ],
  [/UNAUTHENTICATED/, 'the user or the password is wrong'],
  [
    /PERMISSION_DENIED|access-denied|AccessDenied/,
    'this user has no right to it, or none was named',
  ],
]

const messageOf = (error: unknown): string => {
  if (error instanceof Error && error.message !== '') return error.message
  const type =
    typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  return typeof type === 'string' ? type : String(error)
}

/** The client's own words, on one line, behind what they mean where that is known. */
export const sentence = (error: unknown): string => {
  const message = messageOf(error).replace(/\s+/g, ' ').trim()
  const meaning = meanings.find(([words]) => words.test(message))
  return meaning === undefined ? message : `${meaning[1]} (${message})`
}
