/**
 * Simplified Chinese: why a complaint's command was refused.
 *
 * @since 0.1.0
 */
import type { Party } from '../../complaint/values.js'
import type { PlainComplaintRejection } from '../../plain/complaint.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { complaintLists as lists } from './complaint-lists.js'
import { barredMessages, costing, lateMessages, termsMessages } from './phrases.js'
import { sharedLists } from './shared.js'

const steps = (of: ReadonlyArray<keyof typeof lists.Step>): ReadonlyArray<string> =>
  of.map((step) => `“${lists.Step[step]}”`)

export const complaintMessages = (say: Say): Messages<PlainComplaintRejection> => {
  const party = ({ kind, id, department }: Party): string =>
    `${lists.PartyKind[kind]}${say.name(id)}${department ? `（${say.name(department)}）` : ''}`
  return {
    ...lateMessages(say, '投诉'),
    ...barredMessages(say),
    ...termsMessages(say),
    NotRecorded: '没有该投诉的登记记录。',
    AlreadyRecorded: '该投诉已经登记，且登记内容与本次不同。',
    Withdrawn: '客户已撤回该投诉。',
    AlreadyClosed: ({ outcome, closedAt }) =>
      `该投诉已于${say.instant(closedAt)}结案，结果为“${lists.Outcome[outcome]}”。`,
    ReferredOutside: ({ body }) => `该投诉已移送${lists.OutsideBody[body]}，正在等待其处理结果。`,
    NotReferred: '该投诉未移送外部机构，没有可登记的外部处理结果。',
    NotClosed: '该投诉尚未结案。',
    MergedInto: ({ survivor }) =>
      `该投诉已并入投诉${say.name(survivor)}，请在合并后的投诉中继续处理。`,
    ReopenWindowPassed: ({ until }) => `该投诉只能在${say.instant(until)}之前重新受理，现已过期。`,

    StepOutOfOrder: ({ step, expected }) =>
      `现在不能进行此项操作：投诉当前处于${steps([step]).join('')}，须处于${say.any(steps(expected))}时方可进行。`,
    WrongKind: ({ kind, expected }) =>
      `“${lists.Kind[kind]}”不适用此项操作，仅适用于${say.any(expected.map((each) => `“${lists.Kind[each]}”`))}。`,
    AlreadyJudged: ({ valid }) => `该投诉已经判定为${valid ? '成立' : '不成立'}，不能重复判定。`,
    JudgedInvalid: '该投诉已判定为不成立，无须提供补救。',
    AlreadyAssigned: ({ to }) => `责任已经明确，责任方为${party(to)}。`,
    HeldAlready: ({ by }) => `该投诉已由${party(by)}负责处理。`,
    SettingUnchanged: '请至少更换会谈的人员、地点或时间中的一项。',
    AlreadyLinked: ({ first }) => `该投诉已标记为投诉${say.name(first)}的重复投诉。`,
    NoSuchWait: '没有就此事等待客户的记录。',
    AlreadyWaiting: '目前已在等待客户答复。',
    WouldCircle: ({ absorbed }) =>
      `投诉${say.name(absorbed)}已并入本投诉，本投诉不能再反过来并入它。`,
    OtherCycle: ({ cycle }) => `此事属于投诉的另一轮处理，目前为第${say.number(cycle)}轮。`,
    SameComplaint: ({ id }) => `投诉${say.name(id)}不能与自身合并。`,
    SurvivorNotRecorded: ({ survivor }) => `没有投诉${say.name(survivor)}的登记记录，无法并入。`,
    SurvivorMerged: ({ survivor, mergedInto }) =>
      `投诉${say.name(survivor)}本身已并入投诉${say.name(mergedInto)}，请将本投诉直接并入后者。`,

    TooFewOptions: ({ given, needed }) =>
      `至少须提供${say.number(needed)}个补救方案供客户选择，目前只有${say.number(given)}个。`,
    SameOptionTwice: ({ optionId }) => `补救方案${say.name(optionId)}重复。`,
    CostMissing: ({ remedy }) => `请填写“${lists.RemedyKind[remedy]}”的金额。`,
    NobodyMayDecide: ({ matter, cost }) =>
      `“${sharedLists.Matter[matter]}”${costing(say, cost)}超出所有人的权限，无人可以批准。`,
    OverAuthority: ({ matter, cost, deciders }) =>
      `“${sharedLists.Matter[matter]}”${costing(say, cost)}超出您的权限，须由${say.any(deciders.map(say.name))}决定。`,
    NotFirstResponsible: ({ firstResponsible }) =>
      `只有首问责任人${say.name(firstResponsible)}可以当场解决该投诉。`,
    NoSuchProposal: '这不是当前待处理的补救提案。',
    NoSuchOption: '已提出的补救方案中没有该方案。',
    NoSuchNotice: '该客户通知不属于当前的补救提案。',
    NoLiaisonNoteOwed: '该投诉没有待补的联络单。',
    AlreadyAccepted: ({ optionId }) => `客户已接受另一个方案：${say.name(optionId)}。`,
    VisitNotAppointed: '因投诉上门须先预约，本次上门尚未预约。',
    NoRemediesToTake: '尚未提出补救方案，上门时没有可携带的方案。',
    ChargeMissing: '请填写服务收费金额。',
    ChargeNotDue: '该服务并非收费服务，不应填写收费金额。',

    MatterMissing: ({ cost }) => `请填写${say.money(cost)}用于何种事项：由谁决定取决于该事项。`,
    ConfirmByNotInFuture: ({ confirmBy }) =>
      `临时约定的确认期限须在将来，而${say.instant(confirmBy)}已过。`,
    ConfirmByAfterDue: ({ confirmBy, dueAt }) =>
      `临时约定须在到期之前确认：确认期限为${say.instant(confirmBy)}，而到期时间为${say.instant(dueAt)}。`,
    ApprovalNeeded: ({ step }) =>
      `投诉当前处于${steps([step]).join('')}，补救方案尚未批准，此前只能向客户作出临时约定。`,
    NoSuchPromise: '该投诉中没有作出过此项承诺。',
    AlreadySettled: ({ how }) => `此项承诺已经了结：${lists.Settlement[how]}。`,

    ApologyAlone: ({ courtesies }) =>
      `该投诉成立，仅有${say.all(courtesies.map((each) => lists.Courtesy[each]))}并未解决问题。`,
    PromisesOpen: ({ promises }) =>
      `投诉中作出的承诺尚未了结，不能结案：${say.all(promises.map(say.name))}。`,
    LiaisonNoteOwed: ({ dueAt }) =>
      `该投诉已先行解决，联络单尚未补交，须于${say.instant(dueAt)}之前补交。`,
    WrittenReplyOwed: '客户以信函投诉，须先作出书面回复。',
    ThanksOwed: '尚未就该建议向客户致谢。',
    NotInCaseLibrary: '该投诉未收入案例库。',
    CaseNotGiven: '该案例尚未交给任何项目或部门。',
    TriesLeft: ({ made, needed }) =>
      `须通知客户满${say.number(needed)}次方可按“${lists.Outcome.unanswered}”结案，目前已通知${say.number(made)}次。`,
  }
}
