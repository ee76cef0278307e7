/**
 * Simplified Chinese: the lists that several aggregates share.
 *
 * @since 0.1.0
 */
import type { SharedLists } from '../lists.js'

export const sharedLists: SharedLists = {
  AtClosing: { closing: '当日下班时', nextOpening: '下一个上班时' },
  CadenceUnit: { day: '天', week: '周', month: '月' },
  Channel: {
    phone: '电话',
    sms: '短信',
    email: '电子邮件',
    chat: '在线客服',
    fax: '传真',
    letter: '信函',
    inPerson: '当面',
    siteVisit: '上门',
    video: '视频',
    webForm: '网页表单',
    forum: '论坛',
    social: '社交媒体',
  },
  Matter: {
    return: '退货',
    exchange: '换货',
    repair: '维修',
    parts: '配件',
    priceReduction: '降价',
    compensation: '赔偿',
    redo: '返工重做',
    majorMatter: '重大事项',
    departmentDispute: '部门争议',
    blacklisting: '列入黑名单',
    clearing: '移出黑名单',
  },
  PromiseKind: {
    callback: '回电',
    arrival: '上门',
    delivery: '交付',
    remedy: '补救',
    contract: '合同',
    publication: '公开宣传',
  },
}
