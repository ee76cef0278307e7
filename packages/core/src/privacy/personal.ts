/**
 * What is a person's own: marked in the codec from the first day, so that it can be hidden later
 * without a change to any aggregate or stored format.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

/** What stands where something personal stood, once it has been forgotten or may not be read. */
export const Redacted = t.readonly(t.strict({ redacted: t.literal(true) }), 'Redacted')
export type Redacted = t.TypeOf<typeof Redacted>

export const redacted: Redacted = { redacted: true }

export interface PersonalC<C extends t.Mixed> extends t.Type<
  t.TypeOf<C> | Redacted,
  t.OutputOf<C> | Redacted
> {
  readonly _tag: 'PersonalType'
  /** The codec of the value while it may be read. */
  readonly type: C
}

/** Marks a field as a person's own; its value is what `codec` says, or `Redacted`. */
export const personal = <C extends t.Mixed>(codec: C): PersonalC<C> => {
  const either = t.union([codec, Redacted], `Personal<${codec.name}>`)
  return Object.assign(
    new t.Type<t.TypeOf<C> | Redacted, t.OutputOf<C> | Redacted>(
      either.name,
      (u): u is t.TypeOf<C> | Redacted => either.is(u),
      // A bad value is reported as what it should have been, not once for each branch.
      (u, context) => (Redacted.is(u) ? Redacted.validate(u, context) : codec.validate(u, context)),
      (a) => either.encode(a) as t.OutputOf<C> | Redacted,
    ),
    { _tag: 'PersonalType' as const, type: codec },
  )
}

/** Whether a field's codec was marked as personal. */
export const isPersonal = (codec: t.Mixed): codec is PersonalC<t.Mixed> =>
  '_tag' in codec && codec._tag === 'PersonalType'
