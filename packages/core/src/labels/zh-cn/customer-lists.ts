/**
 * Simplified Chinese: the lists of a customer.
 *
 * @since 0.1.0
 */
import type { CustomerLists } from '../lists.js'

export const customerLists: CustomerLists = {
  CustomerKind: { person: '个人', organisation: '单位' },
  Relation: { external: '外部客户', internal: '内部客户' },
  Stage: { prospect: '潜在客户', buyer: '已购客户' },
  ProfileSection: {
    demographic: '人口特征资料',
    psychographic: '心理特征资料',
    purchasing: '购买特征资料',
  },
  PersonRole: { buyer: '购买者', user: '使用者', recipient: '收货人', payer: '付款人' },
  NeedKind: {
    information: '信息需求',
    environment: '环境需求',
    emotional: '情感需求',
    convenience: '便利需求',
  },
  Depth: { surface: '表面需求', inner: '内在需求' },
  DateKind: {
    birthday: '生日',
    familyBirthday: '家人生日',
    foundingDay: '成立纪念日',
    other: '其他纪念日',
  },
  PersonalData: {
    names: '姓名',
    contactPoints: '联系方式',
    birthDates: '出生日期',
    freeText: '文字记录',
  },
  LossReason: {
    unstableQuality: '质量不稳定',
    noInnovation: '缺乏创新',
    weakService: '服务不到位',
    staffTurnover: '员工流失',
    competitorOffer: '竞争对手争夺',
    neglected: '疏于维护',
    marketVolatility: '市场波动',
  },
  PartingGround: { wrongMerge: '合并有误', circle: '循环合并' },
  Marketing: {
    economic: '经济型',
    ethical: '道德型',
    personalised: '个性化型',
    convenience: '方便型',
  },
  Management: {
    regular: '常规客户',
    potential: '潜力客户',
    key: '关键客户',
    temporary: '临时客户',
  },
  Chain: { intermediary: '中间客户', final: '最终客户' },
  Tier: { ordinary: '普通客户', golden: '黄金客户', vip: '贵宾客户' },
  Size: { large: '大客户', medium: '中等客户', small: '小客户' },
  PurchaseBehaviour: {
    fixedPurpose: '目的明确',
    unclearGoal: '目标模糊',
    marketInformation: '了解行情',
    noIntent: '无购买意图',
    needsAdvice: '需要参谋',
    undecided: '犹豫不决',
  },
  Temperament: {
    friendly: '友善型',
    dictatorial: '独断型',
    analytical: '分析型',
    selfCentred: '自我型',
  },
  SocialStyle: {
    dominant: '支配型',
    analytical: '分析型',
    expressive: '表现型',
    amiable: '亲和型',
  },
  Scheme: {
    marketing: '营销分类',
    management: '管理分类',
    chain: '流通环节',
    tier: '客户等级',
    size: '客户规模',
    purchaseBehaviour: '购买行为',
    temperament: '性格类型',
    socialStyle: '社交风格',
  },
}
