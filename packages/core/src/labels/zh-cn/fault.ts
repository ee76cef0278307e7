/**
 * Simplified Chinese: the lists of a fault, and why its command was refused.
 *
 * @since 0.1.0
 */
import type { FaultRejection } from '../../fault/rejections.js'
import type { FaultLists } from '../lists.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { lateMessages } from './phrases.js'
import { sharedLists } from './shared.js'

export const faultLists: FaultLists = {
  FailedKind: { product: '产品', project: '项目', service: '服务' },
  OwnerKind: {
    serviceCentre: '客服中心',
    department: '部门',
    partner: '合作方',
    vendor: '供应商',
  },
  FaultStep: {
    reported: '已报告',
    signerTold: '已告知合同签订人',
    managerTold: '已告知主管经理',
    told: '已告知合同签订人和主管经理',
    filed: '已备案',
    leadershipTold: '已告知领导',
    tracked: '跟踪中',
  },
}

export const faultMessages = (say: Say): Messages<FaultRejection> => {
  const { FaultStep: steps, OwnerKind: owners } = faultLists
  return {
    ...lateMessages(say, '故障'),
    NotReported: '没有该故障的报告记录。',
    AlreadyReported: '该故障已经报告，且内容与本次不同。',
    AlreadyCleared: ({ clearedAt }) => `该故障已于${say.instant(clearedAt)}排除。`,
    NotYetSeen: ({ seenAt }) =>
      `须在发现故障之后方可报告，而所填的发现时间${say.instant(seenAt)}尚未到来。`,
    StepOutOfOrder: ({ step, expected }) =>
      `为时尚早：故障当前处于“${steps[step]}”，须处于${say.any(expected.map((each) => `“${steps[each]}”`))}时方可进行。`,
    AlreadyTold: ({ told }) => `此前已告知另一人：${say.name(told)}。`,
    AlreadyFiled: ({ file }) => `该故障已经备案，备案号为${say.name(file)}。`,
    TrackedSince: ({ trackedAt }) =>
      `该故障在${say.instant(trackedAt)}仍在跟踪中，当时不可能已经排除。`,
    NotServiceCentres: ({ owner }) =>
      `只有客服中心负责的故障才能宣布为危机，${
        owner ? `而该故障由${owners[owner.kind]}${say.name(owner.id)}负责` : '而该故障尚无负责方'
      }。`,
    NobodyMayDecide: ({ matter }) => `无人有权决定“${sharedLists.Matter[matter]}”。`,
    OverAuthority: ({ matter, deciders }) =>
      `“${sharedLists.Matter[matter]}”超出您的权限，须由${say.any(deciders.map(say.name))}决定。`,
  }
}
