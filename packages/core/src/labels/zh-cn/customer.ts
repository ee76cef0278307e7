/**
 * Simplified Chinese: why a customer's command was refused.
 *
 * @since 0.1.0
 */
import type { PlainCustomerRejection } from '../../plain/customer.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { customerLists as lists } from './customer-lists.js'
import { barredMessages, known, lateMessages } from './phrases.js'
import { sharedLists } from './shared.js'

const settled = { verified: '核实通过', refused: '驳回' }

export const customerMessages = (say: Say): Messages<PlainCustomerRejection> => ({
  ...lateMessages(say, '客户档案'),
  NotRegistered: '没有该客户的登记记录。',
  AlreadyRegistered: ({ kind }) =>
    `该客户已登记为“${lists.CustomerKind[kind]}”，且登记内容与本次不同。`,
  AlreadyLost: ({ reason, lostAt }) =>
    `该客户已于${say.instant(lostAt)}登记为流失，原因为“${lists.LossReason[reason]}”。`,
  MergedInto: ({ survivor }) =>
    `该客户档案已并入客户${say.name(survivor)}，请在合并后的档案中继续办理。`,
  WouldCircle: ({ absorbed }) =>
    `客户${say.name(absorbed)}的档案已并入本档案，本档案不能再反过来并入它。`,
  SameCustomer: ({ id }) => `客户${say.name(id)}不能与自身合并。`,
  SurvivorNotFound: ({ through }) =>
    `以下客户档案相互合并，无法确定应保留哪一个：${say.all(through.map(say.name))}。`,
  Erased: ({ erasedAt }) => `该客户的个人信息已于${say.instant(erasedAt)}删除。`,

  ...barredMessages(say),
  NobodyMayDecide: ({ matter }) => `无人有权决定“${sharedLists.Matter[matter]}”。`,
  OverAuthority: ({ matter, deciders }) =>
    `“${sharedLists.Matter[matter]}”超出您的权限，须由${say.any(deciders.map(say.name))}决定。`,

  NoSuchChange: '没有提出过该项资料变更。',
  ChangeSettled: ({ how }) => `该项资料变更已经${settled[how]}。`,
  OwnChange: ({ by }) => `该内容由${say.name(by)}本人填写，须由他人核实。`,
  NothingToVerify: ({ section }) =>
    `“${lists.ProfileSection[section]}”尚未填写，没有可核实的内容。`,

  NotAnOrganisation: '只有单位客户才能设置联系人。',
  NoSuchContactPerson: '该客户没有此联系人。',
  NoSuchContactPoint: '该客户没有此联系方式。',
  NoSuchExpectation: '该客户没有登记过此项期望。',
  NoSuchDate: '该客户没有登记过此纪念日。',
  NoSuchProposal: '没有就该客户提出过此项建议。',
  ExpectationReleased: '客户已放弃此项期望。',
  NotTheHeldOnes: ({ held }) =>
    held.length === 0
      ? '该客户目前没有可供排序的期望。'
      : `排序须包含客户现有的全部期望，且每项只列一次：${say.all(held.map(say.name))}。`,
  BeforeDecember: ({ year, from }) =>
    `${String(year)}年的需求计划从上一年十二月起方可登记，最早为${say.instant(from)}。`,
  YearOver: ({ year, ended }) =>
    `${String(year)}年已于${say.instant(ended)}结束，不再需要该年的需求计划。`,

  UnknownScheme: ({ scheme, known: words }) =>
    `没有“${say.name(scheme)}”这一客户分类。${known(say, words)}`,
  UnknownClass: ({ scheme, value, known: words }) =>
    `客户分类“${say.name(scheme)}”中没有“${say.name(value)}”。${known(say, words)}`,
  UnknownPurpose: ({ purpose, known: words }) =>
    `没有“${say.name(purpose)}”这一征求客户同意的目的。${known(say, words)}`,
})
