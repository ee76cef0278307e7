/**
 * Who is told of a fault, in which order: whoever signed the contract and the manager in charge; then it is filed;
 * then the leadership.
 *
 * @since 0.1.0
 */
import type { ActorId } from '../../shared/actor.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { FaultFile } from '../state.js'
import { afterStep, type FaultDecision } from './answer.js'

/** Told once, and not somebody else instead. */
const toldOnce = (
  before: ActorId | undefined,
  told: ActorId,
  otherwise: () => FaultDecision,
): FaultDecision => {
  if (before === undefined) return otherwise()
  return before === told ? nothing : reject({ _tag: 'AlreadyTold', told: before })
}

export const tellContractSigner = (
  { terms, signerTold }: FaultFile,
  asked: Asked<'TellContractSigner'>,
): FaultDecision => {
  const { told = terms.contractSigner } = asked
  return toldOnce(signerTold, told, () =>
    emit({ type: 'ContractSignerTold', data: { ...asked, told } }),
  )
}

export const tellManager = (
  { terms, managerTold }: FaultFile,
  asked: Asked<'TellManager'>,
): FaultDecision => {
  const { told = terms.manager } = asked
  return toldOnce(managerTold, told, () => emit({ type: 'ManagerTold', data: { ...asked, told } }))
}

export const fileFault = (file: FaultFile, asked: Asked<'FileFault'>): FaultDecision => {
  const { filedAs } = file
  if (filedAs === undefined)
    return unless([afterStep(file, 'told')], { type: 'FaultFiled', data: asked })
  return filedAs === asked.file ? nothing : reject({ _tag: 'AlreadyFiled', file: filedAs })
}

export const tellLeadership = (file: FaultFile, asked: Asked<'TellLeadership'>): FaultDecision =>
  toldOnce(file.leadershipTold, asked.told, () =>
    unless([afterStep(file, 'filed')], { type: 'LeadershipTold', data: asked }),
  )
