"""Makes data/zones.csv: a table of 178 zones, whose figures are made up here and are no statistics.

    python examples/zones/make_data.py

The names are those of places with high-tech zones; the list is no register of them. The figures are drawn from a
generator with a fixed seed, so that the same table comes out everywhere.
"""

from __future__ import annotations

import csv
import random
from decimal import Decimal
from pathlib import Path

PLACES = """
北京 Beijing: 中关村 Zhongguancun
天津 Tianjin: 滨海 Binhai
河北 Hebei: 石家庄 Shijiazhuang, 保定 Baoding, 唐山 Tangshan, 燕郊 Yanjiao, 承德 Chengde
山西 Shanxi: 太原 Taiyuan, 长治 Changzhi
内蒙古 Inner Mongolia: 包头 Baotou, 呼和浩特 Hohhot, 鄂尔多斯 Ordos
辽宁 Liaoning: 沈阳 Shenyang, 大连 Dalian, 鞍山 Anshan, 营口 Yingkou, 辽阳 Liaoyang, 本溪 Benxi, 锦州 Jinzhou, 阜新 Fuxin
吉林 Jilin: 长春 Changchun, 净月 Jingyue, 吉林 Jilin City, 延吉 Yanji, 通化 Tonghua
黑龙江 Heilongjiang: 哈尔滨 Harbin, 大庆 Daqing, 齐齐哈尔 Qiqihar
上海 Shanghai: 张江 Zhangjiang, 紫竹 Zizhu
江苏 Jiangsu: 南京 Nanjing, 苏州工业园 Suzhou Industrial Park, 苏州 Suzhou, 无锡 Wuxi, 常州 Changzhou, 泰州 Taizhou, 昆山 Kunshan, 江阴 Jiangyin, 武进 Wujin, 徐州 Xuzhou, 南通 Nantong, 镇江 Zhenjiang, 盐城 Yancheng, 常熟 Changshu, 扬州 Yangzhou, 连云港 Lianyungang, 淮安 Huai’an, 宿迁 Suqian
浙江 Zhejiang: 杭州 Hangzhou, 宁波 Ningbo, 绍兴 Shaoxing, 温州 Wenzhou, 衢州 Quzhou, 萧山临江 Xiaoshan Linjiang, 嘉兴 Jiaxing, 湖州莫干山 Huzhou Moganshan
安徽 Anhui: 合肥 Hefei, 蚌埠 Bengbu, 芜湖 Wuhu, 马鞍山慈湖 Ma’anshan Cihu, 铜陵狮子山 Tongling Shizishan, 淮南 Huainan, 安庆 Anqing, 滁州 Chuzhou
福建 Fujian: 福州 Fuzhou, 厦门 Xiamen, 泉州 Quanzhou, 莆田 Putian, 漳州 Zhangzhou, 三明 Sanming, 龙岩 Longyan
江西 Jiangxi: 南昌 Nanchang, 新余 Xinyu, 景德镇 Jingdezhen, 鹰潭 Yingtan, 抚州 Fuzhou (Jiangxi), 九江共青城 Jiujiang Gongqingcheng, 吉安 Ji’an, 赣州 Ganzhou, 宜春丰城 Yichun Fengcheng
山东 Shandong: 济南 Jinan, 青岛 Qingdao, 淄博 Zibo, 潍坊 Weifang, 威海 Weihai, 济宁 Jining, 烟台 Yantai, 临沂 Linyi, 泰安 Tai’an, 枣庄 Zaozhuang, 德州 Dezhou, 莱芜 Laiwu, 黄河三角洲农业 Yellow River Delta Agricultural
河南 Henan: 郑州 Zhengzhou, 洛阳 Luoyang, 安阳 Anyang, 南阳 Nanyang, 新乡 Xinxiang, 平顶山 Pingdingshan, 焦作 Jiaozuo, 许昌 Xuchang, 信阳 Xinyang
湖北 Hubei: 武汉东湖 Wuhan East Lake, 襄阳 Xiangyang, 宜昌 Yichang, 孝感 Xiaogan, 荆门 Jingmen, 随州 Suizhou, 仙桃 Xiantao, 咸宁 Xianning, 黄冈 Huanggang, 黄石大冶湖 Huangshi Daye Lake, 潜江 Qianjiang, 荆州 Jingzhou
湖南 Hunan: 长沙 Changsha, 株洲 Zhuzhou, 湘潭 Xiangtan, 益阳 Yiyang, 衡阳 Hengyang, 郴州 Chenzhou, 常德 Changde, 怀化 Huaihua, 岳阳临港 Yueyang Lingang, 宁乡 Ningxiang
广东 Guangdong: 广州 Guangzhou, 深圳 Shenzhen, 佛山 Foshan, 中山火炬 Zhongshan Torch, 惠州仲恺 Huizhou Zhongkai, 珠海 Zhuhai, 东莞松山湖 Dongguan Songshan Lake, 肇庆 Zhaoqing, 江门 Jiangmen, 河源 Heyuan, 清远 Qingyuan, 汕头 Shantou, 湛江 Zhanjiang, 茂名 Maoming
广西 Guangxi: 南宁 Nanning, 桂林 Guilin, 柳州 Liuzhou, 北海 Beihai
海南 Hainan: 海口 Haikou
重庆 Chongqing: 重庆 Chongqing, 璧山 Bishan, 荣昌 Rongchang, 永川 Yongchuan
四川 Sichuan: 成都 Chengdu, 绵阳 Mianyang, 自贡 Zigong, 乐山 Leshan, 泸州 Luzhou, 攀枝花 Panzhihua, 德阳 Deyang, 内江 Neijiang
贵州 Guizhou: 贵阳 Guiyang, 安顺 Anshun, 遵义 Zunyi
云南 Yunnan: 昆明 Kunming, 玉溪 Yuxi, 楚雄 Chuxiong
西藏 Xizang: 拉萨 Lhasa
陕西 Shaanxi: 西安 Xi’an, 宝鸡 Baoji, 杨凌农业 Yangling Agricultural, 渭南 Weinan, 榆林 Yulin, 咸阳 Xianyang, 安康 Ankang
甘肃 Gansu: 兰州 Lanzhou, 白银 Baiyin
青海 Qinghai: 西宁 Xining
宁夏 Ningxia: 银川 Yinchuan, 石嘴山 Shizuishan
新疆 Xinjiang: 乌鲁木齐 Urumqi, 昌吉 Changji, 石河子 Shihezi, 阿克苏阿拉尔 Aksu Alar
"""
COLUMNS = (
    *("code", "name_zh", "name_en", "province_zh", "province_en", "revenue", "growth", "q1", "q2", "q3", "q4"),
    *("rd_share", "firms", "new_firms", "electronics", "machinery", "health", "materials", "unicorns"),
)


def zones() -> list[tuple[str, str, str, str]]:
    """Each zone: its name and its province, in Chinese and in English."""
    found: list[tuple[str, str, str, str]] = []
    for line in PLACES.strip().splitlines():
        province, _, places = line.partition(": ")
        province_zh, _, province_en = province.partition(" ")
        for place in places.split(", "):
            zh, _, en = place.partition(" ")
            found.append((f"{zh}高新区", f"{en} High-Tech Zone", province_zh, province_en))
    return found


def tenths(count: int) -> Decimal:
    """So many tenths, with their decimal."""
    return Decimal(count).scaleb(-1)


def row(number: int, names: tuple[str, str, str, str], draw: random.Random) -> dict[str, str]:
    """The made-up figures of a zone: quarters that make the year, shares that make a hundred."""
    size = draw.lognormvariate(0, 0.9)
    quarters = [tenths(round(3000 * size * draw.uniform(0.85, 1.15))) for _ in range(4)]
    cuts = sorted(draw.sample(range(80, 920), 3))
    shares = [tenths(end - start) for start, end in zip([0, *cuts], [*cuts, 1000], strict=True)]
    firms = round(220 * size * draw.uniform(0.7, 1.3)) + 12
    unicorns = round(size * draw.uniform(0, 2.2))
    cells = [
        *(f"{number:03}", *names, str(sum(quarters)), str(tenths(draw.randint(-38, 142))), *map(str, quarters)),
        *(str(tenths(draw.randint(21, 98))), str(firms), str(round(firms * draw.uniform(0.04, 0.2)) + 1)),
        *(*map(str, shares), str(unicorns) if unicorns else ""),
    ]
    return dict(zip(COLUMNS, cells, strict=True))


def main() -> None:
    """Write the table."""
    draw = random.Random(178)
    path = Path(__file__).parent / "data" / "zones.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row(number, names, draw) for number, names in enumerate(zones(), 1))


if __name__ == "__main__":
    main()
