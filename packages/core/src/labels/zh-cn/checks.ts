/**
 * Simplified Chinese: what the checks of settings, calendars and stores ask for, by their own words.
 *
 * @since 0.1.0
 */
export const checks: Readonly<Record<string, string>> = {
  'another value': '其他值',
  'another than before': '与前面不同的值',
  'at least one': '至少一项',
  'at least one class': '至少一个客户类别',
  'no such setting': '空，因为没有这一设置项',
  'a known type': '已知的类型',
  'a type of the codec': '已知的事件类型',
  'a list of events': '事件列表',
  'a UUID': '编号（UUID）',
  'a UUID in lower case': '小写编号（UUID）',
  '1 to 200 characters, none of them a control character': '1 至 200 个字符，且不含控制字符',
  "1 to 100 letters, digits, '-' and '_'": '1 至 100 个字母、数字、连字符或下划线',
  'a letter, then letters and digits': '以字母开头的字母和数字',
  'one message, or a union of them': '一种消息，或若干种消息的联合',
  'one message, or a union of them, each of its own type':
    '一种消息，或若干种类型互不相同的消息的联合',
  'a Runtime': '运行环境',
  'an adapter’s stores': '适配器提供的存储',
  'a store of snapshots': '快照存储',
  'a function of what became of a snapshot': '接收快照处理结果的函数',
  'what JSON holds whole, or a codec that makes such of it':
    'JSON 能完整表示的内容，或能转换成此类内容的编解码器',
  'a revision in digits': '以数字写出的版本号',

  'a last rule for every kind and tier': '最后一条适用于所有类型和客户等级的规则',
  'a matter without a sum': '不涉及金额的事项',
  'a resolution clock in the rules of complaints': '投诉规则中设有解决时限',
  'rules for the complaints that go up': '投诉升级所依据的投诉规则',
  'rules for what a policy asks': '自动处理所涉及的规则',
  'an instant': '一个时间点',
  'a number, at least 0': '不小于 0 的数',
  'turnover, purchases, or both': '购买金额、购买次数，或两者',
  'atMost or atLeast': '上限或下限',
  'atMost or atLeast, a whole number from 1 to 7': 'atMost 或 atLeast，为 1 至 7 之间的整数',
  'a feed to hear from': '可供订阅的事件流',
  'a view store to remember in': '可供保存进度的视图存储',
  "'start', 'now' or a position": 'start（从头开始）、now（从现在开始）或某一位置',
  'the name of one of the calendars': '已设置的某个日历的名称',
  'a calendar that businessCalendar made': '由日历设置生成的工作日历',
  'closing or nextOpening': 'closing（当日下班时）或 nextOpening（下一个上班时）',
  'a visit at least once a week': '至少每周一次',
  'at least one phase, of which the last alone has no end':
    '至少一个阶段，且只有最后一个阶段没有次数限制',
  'phases, of which the last alone has no end': '若干阶段，且只有最后一个阶段没有次数限制',
  'early and late, in whole milliseconds from 0 to 100 years':
    '可提前和可推迟的时长，为从零到一百年的整毫秒数',
  'expectations, perceptions, or both': '期望、感知或两者兼有',

  'a list of 22, each a whole number from 1 to 7': '22 项的列表，每项为 1 至 7 之间的整数',
  'whole milliseconds from 0 to 100 years': '从零到一百年的整毫秒数',
  'whole milliseconds from 1 to 100 years': '从一毫秒到一百年的整毫秒数',
  'whole milliseconds, at least 1': '不小于 1 的整毫秒数',
  'whole epoch milliseconds within ±8.64e15': '可表示范围内的整毫秒时间戳',
  'whole minor units': '最小货币单位（分）的整数',
  'whole minor units, at least 0': '不小于零的最小货币单位（分）整数',
  'a whole number of days': '整数天数',
  'a whole number of days, at least 1': '不小于 1 的整数天数',
  'a whole number of working days from 1 to 366': '1 至 366 之间的整数工作日数',
  'days that end within 100 years of the start': '不超出起始时间一百年的天数',
  'work that is done within 100 years of the start': '能在起始时间后一百年内完成的时长',
  'a pause that ends no earlier than it begins': '结束不早于开始的暂停',

  'a zone of the time zone database, as "Europe/Berlin"': '时区数据库中的时区，如 Asia/Shanghai',
  'the days mon to sun, each a list of intervals': '从 mon 到 sun 的各天，每天为一组时段',
  'a day, one of mon, tue, wed, thu, fri, sat, sun':
    '一周中的某天（mon、tue、wed、thu、fri、sat、sun 之一）',
  'a pair of times from "00:00" to "23:59", the second also "24:00", as ["08:00", "18:00"]':
    '一对 00:00 至 23:59 之间的时间，后者也可为 24:00，如 ["08:00", "18:00"]',
  'a date, as "2016-11-01"': '日期，如 2016-11-01',
  'a month and a day, as "12-24"': '月和日，如 12-24',
  'an interval that is not empty': '不为空的时段',
  'an opening within any 366 days, holidays left out':
    '除节假日外，任意 366 天内至少有一个工作时段',
  '{ timeZone, week: { mon: [["08:00", "18:00"]], … }, holidays?, annualHolidays? }':
    '形如 { timeZone, week: { mon: [["08:00", "18:00"]], … }, holidays?, annualHolidays? } 的日历设置',
}
