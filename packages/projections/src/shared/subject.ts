/**
 * Whom an event concerns, as its metadata says.
 *
 * @since 0.1.0
 */
import { type Heading, keyOfStream } from './projection.js'

const text = (u: unknown): string | undefined => (typeof u === 'string' ? u : undefined)

/** The customer whom an event concerns; undefined where nobody said. */
export const subjectOf = ({ metadata }: Pick<Heading, 'metadata'>): string | undefined =>
  text(metadata['subject'])

/** The key of a row a customer: `{tenant}.{customer}` where there are tenants, and the stream's own key where nobody is named. */
export const keyOfSubject = (heading: Pick<Heading, 'stream' | 'metadata'>): string => {
  const subject = subjectOf(heading)
  if (subject === undefined) return keyOfStream(heading.stream)
  const tenant = text(heading.metadata['tenant'])
  return tenant === undefined ? subject : `${tenant}.${subject}`
}
