/**
 * The fields that people fill in: the names in every command, and what goes with one.
 *
 * @since 0.1.0
 */
import type { ComplaintCommand } from '../complaint/commands.js'
import type { CustomerCommand } from '../customer/commands.js'
import type { DealingsCommand } from '../dealings/commands.js'
import type { FaultCommand } from '../fault/commands.js'
import type { FollowUpCommand } from '../follow-up/commands.js'
import type { PromiseCommand } from '../promise/commands.js'
import type { SurveyCommand } from '../survey/commands.js'
import type { Words } from './lists.js'

/** The names of all fields of a value, however deep. */
export type FieldsOf<A> = A extends string | number | boolean | undefined
  ? never
  : A extends ReadonlyArray<infer Entry>
    ? FieldsOf<Entry>
    : { readonly [K in keyof A & string]-?: K | FieldsOf<A[K]> }[keyof A & string]

/** The field of any command, of what one is sent with, or of a question about time (`start`, `days`). */
export type FieldName =
  | Exclude<
      FieldsOf<
        (
          | ComplaintCommand
          | CustomerCommand
          | DealingsCommand
          | FaultCommand
          | FollowUpCommand
          | PromiseCommand
          | SurveyCommand
        )['data']
      >,
      'redacted'
    >
  | (
      | 'type'
      | 'commandId'
      | 'correlationId'
      | 'causationId'
      | 'tenant'
      | 'subject'
      | 'start'
      | 'days'
    )

export type Fields = Words<FieldName>
