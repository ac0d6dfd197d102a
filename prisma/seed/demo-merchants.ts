import type { SeedLimit, SeedMerchant, SeedTerminal } from "@/prisma/seed/builders";
import { HARBOUR, LOTUS, SUNRISE } from "@/prisma/seed/demo-people";
import { chance } from "@/prisma/seed/rows";

const CARD = ["chip", "contactless", "qr_dynamic"];
const SCAN = ["qr_dynamic", "qr_static"];

const daily = (yuan: number, filters?: SeedLimit["filters"]): SeedLimit => ({
  ...{ window: "daily", maxAmountMinor: yuan * 100, filters },
});
const single = (yuan: number): SeedLimit => ({
  ...{ window: "per_transaction", maxAmountMinor: yuan * 100 },
});
const monthly = (yuan: number): SeedLimit => ({
  ...{ window: "monthly", maxAmountMinor: yuan * 100 },
});

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function sunrise(now: number): SeedMerchant {
  const seen = (minutes: number) => now - minutes * MINUTE_MS;
  const till = { store: "Nanjing Road 南京路", entryModes: CARD };
  return {
    ...{
      merchantId: SUNRISE,
      legalName: "上海晨曦食品有限公司",
      tradingName: "Sunrise Foods 晨曦食品",
    },
    ...{ mcc: "5411", tier: "individual" },
    terminals: [
      {
        terminalId: "00018644",
        name: "Front till",
        ...till,
        lastSeenAt: seen(2),
        limits: [single(50_000), daily(300_000)],
      },
      {
        terminalId: "00018645",
        name: "Terrace",
        ...till,
        lastSeenAt: seen(4),
        limits: [single(50_000), daily(300_000)],
      },
      {
        ...{ terminalId: "00018646", name: "Delivery", store: till.store, entryModes: SCAN },
        ...{ lastSeenAt: seen(3), limits: [single(10_000), daily(50_000)] },
      },
      {
        ...{ terminalId: "00018647", name: "Wholesale", store: "Hongqiao 虹桥", entryModes: CARD },
        ...{ lastSeenAt: seen(1), limits: [single(50_000), daily(300_000), monthly(6_000_000)] },
      },
      {
        ...{ terminalId: "00018648", name: "Bakery", store: "Hongqiao 虹桥", entryModes: CARD },
        lastSeenAt: seen(8),
        limits: [single(50_000), daily(200_000), daily(30_000, { fundingSources: ["credit"] })],
      },
      {
        ...{ terminalId: "00018649", name: "Spare", store: "Hongqiao 虹桥", entryModes: CARD },
        ...{ status: "inactive", limits: [single(50_000)] },
      },
    ],
  };
}

const harbourTea = (now: number): SeedMerchant => ({
  ...{
    merchantId: HARBOUR,
    legalName: "Harbour Tea (Shenzhen) Co., Ltd",
    tradingName: "Harbour Tea 海港茶",
  },
  ...{ mcc: "5411", tier: "individual", status: "suspended", riskRating: "medium" },
  statusReason: "Chargebacks under review 拒付调查中",
  ...{ statusSince: now - 20 * DAY_MS, statusBy: "Sofia Tan" },
  terminals: [
    {
      ...{ terminalId: "00018650", name: "Counter", store: "Shekou 蛇口", entryModes: CARD },
      lastSeenAt: now - 6 * MINUTE_MS,
      limits: [single(50_000), daily(300_000)],
    },
  ],
});

const lotusKitchen = (now: number): SeedMerchant => ({
  ...{ merchantId: LOTUS, legalName: "杭州莲花小厨餐饮店", tradingName: "Lotus Kitchen 莲花小厨" },
  ...{ mcc: "5812", tier: "micro", riskRating: "medium" },
  terminals: [
    {
      ...{ terminalId: "00018660", name: "Counter", store: "West Lake 西湖", entryModes: CARD },
      lastSeenAt: now - 5 * MINUTE_MS,
      limits: [single(5_000), daily(30_000)],
    },
  ],
});

const NAMES = [
  ["Jade Noodles", "翠玉面馆", "5812"],
  ["Bamboo Books", "竹影书店", "5942"],
  ["Golden Lane Pharmacy", "金巷药房", "5912"],
  ["Blue Crane Hotel", "蓝鹤酒店", "7011"],
  ["Old Town Hardware", "老城五金", "5251"],
  ["Willow Florist", "柳岸花艺", "5992"],
  ["Red Lantern Hotpot", "红灯笼火锅", "5812"],
  ["North Gate Dental", "北门口腔", "8021"],
  ["Spring Fresh Market", "春鲜超市", "5411"],
  ["Cloud Nine Fitness", "九云健身", "7997"],
  ["Maple Furniture", "枫叶家居", "5712"],
  ["Silver Needle Tailors", "银针裁缝", "5697"],
] as const;
const CITIES = ["Shanghai 上海", "Suzhou 苏州", "Ningbo 宁波", "Xiamen 厦门"];
const TIERS = ["micro", "individual", "enterprise"] as const;

// Values as agents publish them: realistic, not a standard.
const TEMPLATES: Record<(typeof TIERS)[number], readonly SeedLimit[]> = {
  micro: [single(5_000), daily(30_000), monthly(900_000)],
  individual: [single(50_000), daily(300_000), monthly(1_000_000)],
  enterprise: [single(100_000), daily(600_000)],
};

const held = (now: number) => ({
  ...{ control: "settlement" as const, since: now - 3 * DAY_MS, by: "刘洋" },
  reason: "Settlement account is being confirmed 结算账户核实中",
});

function otherMerchant(index: number, now: number): SeedMerchant {
  const [name, chineseName, mcc] = NAMES[index % NAMES.length] ?? NAMES[0];
  const city = CITIES[Math.floor(index / NAMES.length) % CITIES.length] ?? CITIES[0]!;
  const tier = TIERS[index % TIERS.length]!;
  const merchantId = `8982900${mcc}0${100 + index}`;
  const terminals = Array.from({ length: 1 + (index % 3) }, (_, n): SeedTerminal => ({
    ...{ terminalId: `0002${String(index).padStart(2, "0")}${String(n).padStart(2, "0")}` },
    ...{ name: `Till ${n + 1}`, store: city, entryModes: CARD, limits: TEMPLATES[tier] },
    lastSeenAt: now - Math.floor(chance(merchantId, n) * 240) * MINUTE_MS,
  }));
  return {
    ...{
      merchantId,
      mcc,
      tier,
      terminals,
      legalName: `${city.split(" ")[1]}${chineseName}有限公司`,
    },
    tradingName: `${name} ${chineseName} · ${city.split(" ")[0]}`,
    ...(index === 23 ? { off: held(now) } : {}),
    status: index === 17 ? "pending" : index === 29 ? "closed" : "active",
    riskRating: chance(merchantId) > 0.85 ? "high" : chance(merchantId) > 0.6 ? "medium" : "low",
  };
}

/** Every merchant of the demo world. */
export const demoMerchants = (now: number): SeedMerchant[] => [
  sunrise(now),
  harbourTea(now),
  lotusKitchen(now),
  ...Array.from({ length: 40 }, (_, index) => otherMerchant(index, now)),
];
