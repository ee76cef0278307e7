/** @since 0.1.0 */
import type { EventStore, RecordedEvent } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { wrongReading, wrongStream } from '../shared/arguments.js'
import { append } from './append.js'
import type { Resolved } from './client.js'
import { fold, found } from './fold.js'
import { persist } from './persist.js'
import { reading } from './reading.js'
import { isSystem, recorded } from './recorded.js'
import { removing } from './remove.js'
import type { Session } from './session.js'

export interface EventStoreParts {
  readonly session: Session
  readonly maxAppendSize: number
  readonly patience: number
}

export const eventStore = (parts: EventStoreParts): EventStore => {
  const { session, maxAppendSize, patience } = parts
  return {
    append: append(session, maxAppendSize),

    read: (stream, options) => async () => {
      const wrong = wrongStream(stream) ?? wrongReading(options)
      if (wrong !== undefined) return E.left(wrong)
      const { direction = 'forwards', limit } = options
      const from = options.from ?? (direction === 'forwards' ? 'start' : 'end')
      const answer = await persist(parts, async () => {
        const events: RecordedEvent[] = []
        const each = ({ event }: Resolved) => {
          if (event !== undefined && !isSystem(event.type, event.streamId))
            events.push(recorded(event))
          return true
        }
        const read = await reading(session, { stream, direction, from, limit, each })
        return E.map(() => events)(read)
      })
      return found(answer, stream)
    },

    fold: fold(session, patience),

    ...removing(session, patience),
  }
}
