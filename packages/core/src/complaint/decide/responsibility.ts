/**
 * Step 3: in whose hands it is. Outside the business or in, an owner in it remains.
 *
 * @since 0.1.0
 */
import { once } from '../../shared/entries.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { CaseFile } from '../state.js'
import type { Party } from '../values.js'
import { atStep, type ComplaintDecision, ofKind } from './answer.js'

/** A person of ours answers for what he holds; for all others, whoever answered before. */
const ownerOf = (file: CaseFile, { kind, id }: Party): CaseFile['owner'] =>
  kind === 'person' ? id : file.owner

const judgedInvalid = ({ judgement }: CaseFile): { readonly _tag: 'JudgedInvalid' } | undefined =>
  judgement?.valid === false ? { _tag: 'JudgedInvalid' } : undefined

export const assign = (file: CaseFile, asked: Asked<'AssignResponsibility'>): ComplaintDecision => {
  const owner = asked.owner ?? ownerOf(file, asked.to)
  const from = file.kind === 'complaint' ? 'judged' : 'recorded'
  if (file.assignedTo && file.step !== from)
    return same(file.assignedTo, asked.to) && (asked.owner ?? file.owner) === file.owner
      ? nothing
      : reject({ _tag: 'AlreadyAssigned', to: file.assignedTo })
  return unless(
    [ofKind(file, 'complaint', 'repair', 'return'), judgedInvalid(file), atStep(file, from)],
    { type: 'ResponsibilityAssigned', data: { ...asked, owner } },
  )
}

export const handOver = (file: CaseFile, asked: Asked<'HandOver'>): ComplaintDecision =>
  once(file, 'handOver', asked.handOverId, () =>
    same(file.holder, asked.to)
      ? reject({ _tag: 'HeldAlready', by: file.holder })
      : emit({
          type: 'ComplaintHandedOver',
          data: { ...asked, owner: asked.owner ?? ownerOf(file, asked.to) },
        }),
  )

export const nameDeputy = (file: CaseFile, asked: Asked<'NameDeputy'>): ComplaintDecision =>
  file.deputy === asked.deputy
    ? nothing
    : emit({ type: 'DeputyNamed', data: { ...asked, inPlaceOf: file.holder.id } })
