"""What figures are often told of, in both languages: the east and the west, exports and imports, the first half.

A family holds things that stand beside each other, so that one is a slip for another. Of an `antonym` family a text
that names one thing and a text that names only another contradict each other; the other families only tell which figure
belongs to which name. Words that mean too many things are left out: what is not here is not compared.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.model.pattern import Pattern

_ANTONYMS = """
region: east=东部|华东=east|eastern; west=西部=west|western; central=中部|华中=central|center;
    northeast=东北=northeast|northeastern|north-east|north east|north-eastern|north eastern; north=北部|华北|
    北方=north|northern; south=南部|华南|南方=south|southern; northwest=西北=northwest|northwestern|north-west|
    north west|north-western|north western; southwest=西南=southwest|southwestern|south-west|south west|
    south-western|south western; southeast=东南=southeast|southeastern|south-east|south east|south-eastern|south
    eastern
trade: export=出口=export|exports|exported|exporting|outbound shipments; import=进口=import|imports|imported|
    importing
sea: outbound=出境=outbound; inbound=入境=inbound
sex: male=男性|男子|男生|男孩|男童|男士|男人|丈夫|父亲=male|males|man|men|men's|boy|boys|husband|husbands|father|
    fathers; female=女性|女子|女生|女孩|女童|女士|女人|妇女|妻子|母亲|孕妇|产妇=female|females|woman|women|
    women's|girl|girls|wife|wives|mother|mothers|maternal|lady|ladies
flow: inflow=净流入|流入=inflow|inflows|flowed in|influx; outflow=净流出|流出=outflow|outflows|flowed out|exodus
balance: surplus=顺差|盈余|结余=surplus|surpluses; deficit=逆差|赤字=deficit|deficits|shortfall
result: loss=亏损|净亏|巨亏|亏=loss|losses|lost|losing|loss-making|in the red|deficit|negative|shortfall;
    profit=盈利|净利润|利润|净利|获利|赚=profit|profits|earned|earns|earning|earnings|net income|gained|
    profitable|in the black
per: person=人均|每人=per person|per capita|per-capita|per head|each person|a head|apiece|each; household=户均|
    每户=per household|per family|each household|each family|every household|a household; mu=亩均|每亩=per mu|a
    mu|each mu
frequency: day=日均|每天|每日=daily|day; week=每周=weekly|week; month=月均|每月=monthly|month|months; year=年均|
    每年|全年=annual|annually|yearly|year|per annum|years
half: first half=上半场=first half|half-time|halftime; second half=下半场=second half
life: births=出生=birth|births|born|newborn|newborns|natality; deaths=死亡|遇难|病死|丧生|去世=death|deaths|died|
    die|dying|dead|killed|mortality|fatality|fatalities|fatal|deadly|lost their lives|death toll|kill|kills|
    killing
bound: minimum=最低|最小|最少|下限|起码=minimum|lowest|least|smallest|lower limit|lower bound|low|fewest|floor|
    min|at least|no less than|not less than; maximum=最高|最大|最多|上限=maximum|highest|most|largest|upper limit|
    upper bound|high|greatest|biggest|peak|peaked|top|cap|max|up to|at most|no more than|ceiling|as high as
books: assets=资产=asset|assets; liabilities=负债=liability|liabilities|debt|debts|indebtedness|gearing|leverage
group: treatment=治疗组|试验组|实验组|观察组|干预组=treatment|treated|experimental|study group|intervention|active
    arm|test group; control=对照组|安慰剂=control|controls|placebo|comparator
pressure: systolic=收缩压=systolic; diastolic=舒张压=diastolic
party: plaintiff=原告=plaintiff|plaintiffs|claimant|claimants; defendant=被告=defendant|defendants|respondent|
    accused
transfer: upload=上传|上行=upload|uploads|uplink|uploading|upstream; download=下载|下行=download|downloads|
    downlink|downloading|downstream
venue: home=主场|主队=home|hosts; away=客场|客队=away|visitors|visiting|guests
price: cpi=CPI|居民消费价格=cpi|consumer prices|consumer price|consumer inflation; ppi=PPI|工业生产者出厂价格=ppi|
    producer prices|producer price|factory-gate|factory gate
deals: bought=净买入|买入|增持=bought|buy|buys|buyer|buyers|buying|purchase|purchases|purchased|purchasing|
    acquired|acquire|increased|raised; sold=净卖出|卖出|减持|抛售=sold|sell|sells|seller|sellers|selling|sale|
    sales|disposed|disposal|divested|offloaded|reduced|cut|dumped|lowered
"""

_NAMES = """
home: urban=城镇|城市=urban|city|cities|town|towns|township|townships; rural=农村|乡村=rural|countryside|village|
    villages
sales: bought=净买入|买入|购入|购买|增持|采购=bought|buy|buys|buying|purchase|purchases|purchased|purchasing|
    acquired|acquire|acquisition|net purchases|procured|procurement|increased its stake; sold=净卖出|卖出|售出|
    减持|抛售|出售|销售=sold|sell|sells|selling|sale|sales|disposed|disposal|divested|offloaded|reduced its stake
works: production=产量|生产|制造=production|output|produced|produce|produces|producing|yield|manufactured|
    manufacturing|made|makes|make|turned out|generation|generated|manufacture|built; sales=销量|销售=sales|sold|
    sell|selling|sale|deliveries|delivered|shipments|marketed
owner: state=国有|国企|央企|国营=state-owned|state|soes|soe|government-owned|public|publicly; private=民营|私营|
    私人|民间=private|privately|non-state|non-government; foreign=外资|外商=foreign-invested|foreign|
    foreign-funded|overseas|fdi
access: read=读取|读操作=read|reads|reading; write=写入|写操作=write|writes|writing
term: short=短期=short-term|short term|short; long=中长期|长期=long-term|long term|medium|medium- and long-term|
    long
daytime: day=白天|日间|昼间=day|daytime|daylight; night=夜间|夜里|夜晚|晚间=night|nighttime|nights|evening|
    overnight|night-time
phase: one=一期=phase i|phase one|phase 1|first phase; two=二期=phase ii|phase two|phase 2|second phase;
    three=三期=phase iii|phase three|phase 3|third phase
industry: primary=第一产业|一产=primary industry|primary sector|primary; secondary=第二产业|二产=secondary
    industry|secondary sector|secondary; tertiary=第三产业|三产|服务业=tertiary industry|tertiary sector|tertiary|
    services|service sector
industry2: farming=农业=agriculture|agricultural|farming; manufacturing=制造业=manufacturing;
    construction=建筑业=construction; mining=采矿业=mining; industry=工业=industry|industrial; retail=零售=retail;
    wholesale=批发=wholesale; catering=餐饮=catering; goods=商品=goods|commodity; services=服务=services|service;
    realestate=房地产=real estate|property; finance=金融业=financial sector|finance
demand: investment=投资=investment|investments|invested; consumption=消费=consumption|consumer;
    exports=出口=exports|export|exported; imports=进口=imports|import|imported
accounts: income=收入|营收=income|revenue|revenues|sales|turnover|receipts; expenditure=支出|开支=expenditure|
    expenditures|spending|spent|outlays; cost=成本|费用=cost|costs|expenses|expense; profit=利润|净利=profit|
    profits|earnings|net income; tax=税收=tax|taxes; loss=亏损=loss|losses; assets=资产=assets|asset;
    liabilities=负债=liabilities|debt|debts; dividends=股息|分红|股利=dividend|dividends; equity=净资产|
    股东权益=equity|net assets
money: loans=贷款=loan|loans|lending|credit; deposits=存款=deposit|deposits; m1=M1=m1; m2=M2=m2; bonds=债券=bond|
    bonds; stocks=股票=stock|stocks|shares|equities
mode: rail=铁路|高铁=rail|railway|railways|railroad|train|trains|high-speed; road=公路|高速公路=road|roads|
    highway|highways|expressway|expressways; air=民航|航空=air|aviation|airline|airlines|civil aviation|flights;
    water=水路|水运=water|waterway|waterways|shipping
crops: wheat=小麦=wheat; corn=玉米=corn|maize; rice=水稻|大米|稻谷=rice|paddy; soybean=大豆=soybean|soybeans|soy;
    cotton=棉花=cotton; pork=猪肉=pork; beef=牛肉=beef; mutton=羊肉=mutton|lamb; milk=牛奶=milk; eggs=禽蛋|
    鸡蛋=eggs; fruit=水果=fruit; vegetables=蔬菜=vegetables
energy: wind=风电|风力=wind; solar=光伏|太阳能=solar|photovoltaic|pv; hydro=水电|水力=hydropower|hydro|
    hydroelectric; nuclear=核电|核能=nuclear; thermal=火电|火力=thermal; coal=煤炭|原煤=coal; oil=原油|石油=oil|
    crude; gas=天然气=gas|natural gas; power=发电量|用电量=electricity|power
metal: steel=钢材|粗钢|钢铁=steel; copper=铜=copper; aluminum=铝=aluminum|aluminium; gold=黄金=gold;
    silver=白银=silver; zinc=锌=zinc; nickel=镍=nickel; iron=铁矿石=iron ore
people: students=学生=student|students|pupils; teachers=教师|老师=teacher|teachers; adults=成人|成年人=adult|
    adults; children=儿童|孩子|未成年人=child|children|minors; workers=工人|职工|员工=worker|workers|employee|
    employees|staff; doctors=医生|医师=doctor|doctors|physicians|physician; nurses=护士|护理=nurse|nurses|nursing;
    patients=患者|病人=patient|patients; elderly=老人|老年人=elderly|older people|seniors
cases: confirmed=确诊=confirmed; suspected=疑似=suspected; asymptomatic=无症状=asymptomatic; recovered=治愈|
    康复=recovered|cured|discharged; killed=死亡|遇难|丧生=killed|dead|died|death|deaths|dying;
    injured=受伤=injured|hurt|wounded; missing=失踪=missing; severe=重症=severe|critical
size: length=长度|全长|总长=length|long; width=宽度=width|wide; height=高度=height|high|tall; depth=深度|
    水深=depth|deep; diameter=直径|口径=diameter; radius=半径=radius; thickness=厚度=thickness|thick; weight=重量|
    体重|净重=weight|weighs|weigh|weighing; area=面积=area|covers|covering; volume=体积|容积=volume; span=跨度|
    主跨=span; speed=速度|时速|航速=speed; power=功率=power; voltage=电压=voltage; current=电流=current;
    temperature=温度|气温=temperature; range=续航|航程=range; efficiency=效率=efficiency; humidity=湿度=humidity;
    pressure=压力|压强=pressure; torque=扭矩=torque
machine: memory=内存=memory|ram; disk=硬盘|磁盘|存储=disk|storage|drive; cpu=CPU|处理器=cpu|processor|processors|
    cores; gpu=GPU|显卡=gpu|gpus; latency=延迟|时延|响应时间=latency|response time|delay; throughput=吞吐量|
    吞吐=throughput; bandwidth=带宽=bandwidth; training=训练集|训练=training; testing=测试集|测试=test|testing;
    validation=验证集=validation; precision=精确率|查准率=precision; recall=召回率=recall;
    accuracy=准确率=accuracy; errors=错误率=error rate|errors; sensitivity=敏感度|灵敏度=sensitivity;
    specificity=特异度|特异性=specificity
market: open=开盘=opened|opening|open; close=收盘=closed|closing|close; buying=买入价=bid; selling=卖出价=ask;
    shanghai=上证|沪指=shanghai; shenzhen=深证|深成指=shenzhen; chinext=创业板=chinext; hangseng=恒生=hang seng;
    nasdaq=纳斯达克|纳指=nasdaq; dow=道琼斯|道指=dow; sp=标普=s&p
sport: goals=进球=goal|goals|scored; assists=助攻=assist|assists; rebounds=篮板=rebound|rebounds; points=得分|
    得到|砍下=points|scored|point; steals=抢断=steals|steal; blocks=盖帽|封盖=blocks|block; gold=金牌=gold|golds;
    silver=银牌=silver|silvers; bronze=铜牌=bronze|bronzes; wins=获胜=wins|win|won; losses=落败=losses|loss|lost|
    defeats; draws=战平|平局=draws|draw|drawn; yellow=黄牌=yellow; red=红牌=red; shots=射门=shots|shot
level: primary=小学=primary|elementary; secondary=中学|初中=secondary|middle|junior high; high=高中=high school|
    senior high; university=大学|高校|本科=university|universities|college|colleges|undergraduate;
    master=硕士=master's|master|masters; doctor=博士=doctoral|phd|doctorate|doctorates
law: first=一审|初审=first instance|trial court; second=二审|终审=second instance|appeal|appellate;
    principal=本金=principal; interest=利息=interest; fine=罚款|罚金=fine|fined|fines; damages=赔偿=compensation|
    damages; deposit=定金|押金=deposit|down payment; prison=有期徒刑|监禁=prison|imprisonment|jail;
    probation=缓刑=probation|suspended
party2: a=甲方=party a; b=乙方=party b; c=丙方=party c; buyer=买方|买受人=buyer|purchaser; seller=卖方|
    出卖人=seller|vendor; lender=贷款人|出借人=lender; borrower=借款人=borrower; landlord=出租人|房东=landlord|
    lessor; tenant=承租人|租客=tenant|lessee; insurer=保险人=insurer; insured=被保险人=insured
time: before=治疗前|术前|改造前|升级前|优化前=before|previously|preoperative|baseline; after=治疗后|术后|改造后|
    升级后|优化后=after|now|postoperative
world: us=美国=us|u.s.|united states|america|american|usa; china=中国|我国=china|china's|chinese;
    japan=日本=japan|japanese; germany=德国=germany|german; france=法国=france|french; uk=英国=uk|u.k.|britain|
    british|united kingdom; india=印度=india|indian; russia=俄罗斯|俄国=russia|russian; korea=韩国=south korea|
    south korean|korea|korean; italy=意大利=italy|italian; spain=西班牙=spain|spanish; canada=加拿大=canada|
    canadian; australia=澳大利亚|澳洲=australia|australian; brazil=巴西=brazil|brazilian; mexico=墨西哥=mexico|
    mexican; vietnam=越南=vietnam|vietnamese; thailand=泰国=thailand|thai; indonesia=印度尼西亚|印尼=indonesia|
    indonesian; malaysia=马来西亚=malaysia|malaysian; singapore=新加坡=singapore; turkey=土耳其=turkey|turkish;
    iran=伊朗=iran|iranian; egypt=埃及=egypt|egyptian; ukraine=乌克兰=ukraine|ukrainian; poland=波兰=poland|
    polish; sweden=瑞典=sweden|swedish; norway=挪威=norway|norwegian; switzerland=瑞士=switzerland|swiss;
    netherlands=荷兰=netherlands|dutch; eu=欧盟=eu|european union; asean=东盟=asean; europe=欧洲=europe|european;
    asia=亚洲=asia|asian; africa=非洲=africa|african; latin=拉丁美洲|拉美=latin america; northamerica=北美=north
    america; southamerica=南美=south america; pakistan=巴基斯坦=pakistan; philippines=菲律宾=philippines|
    philippine; kazakhstan=哈萨克斯坦=kazakhstan; saudi=沙特=saudi; argentina=阿根廷=argentina; chile=智利=chile;
    israel=以色列=israel|israeli
china: beijing=北京=beijing; shanghai=上海=shanghai; tianjin=天津=tianjin; chongqing=重庆=chongqing;
    guangdong=广东=guangdong; jiangsu=江苏=jiangsu; zhejiang=浙江=zhejiang; shandong=山东=shandong;
    henan=河南=henan; sichuan=四川=sichuan; hubei=湖北=hubei; hunan=湖南=hunan; fujian=福建=fujian;
    anhui=安徽=anhui; hebei=河北=hebei; shanxi=山西=shanxi; shaanxi=陕西=shaanxi; liaoning=辽宁=liaoning;
    jilin=吉林=jilin; heilongjiang=黑龙江=heilongjiang; jiangxi=江西=jiangxi; guangxi=广西=guangxi;
    guizhou=贵州=guizhou; yunnan=云南=yunnan; hainan=海南=hainan; gansu=甘肃=gansu; qinghai=青海=qinghai;
    xinjiang=新疆=xinjiang; tibet=西藏=tibet|xizang; ningxia=宁夏=ningxia; mongolia=内蒙古=inner mongolia;
    hongkong=香港=hong kong; macao=澳门=macao|macau; taiwan=台湾=taiwan; shenzhen=深圳=shenzhen;
    guangzhou=广州=guangzhou; hangzhou=杭州=hangzhou; nanjing=南京=nanjing; suzhou=苏州=suzhou; wuhan=武汉=wuhan;
    chengdu=成都=chengdu; xian=西安=xi'an; dalian=大连=dalian; qingdao=青岛=qingdao; ningbo=宁波=ningbo;
    xiamen=厦门=xiamen; changsha=长沙=changsha; zhengzhou=郑州=zhengzhou; hefei=合肥=hefei; delta1=长三角=yangtze
    river delta; delta2=珠三角=pearl river delta; jjj=京津冀=beijing-tianjin-hebei
city: london=伦敦=london; paris=巴黎=paris; tokyo=东京=tokyo; newyork=纽约=new york; seoul=首尔=seoul;
    berlin=柏林=berlin; moscow=莫斯科=moscow; sydney=悉尼=sydney; dubai=迪拜=dubai; mumbai=孟买=mumbai;
    rome=罗马=rome; madrid=马德里=madrid; chicago=芝加哥=chicago; la=洛杉矶=los angeles; sf=旧金山=san francisco;
    boston=波士顿=boston; toronto=多伦多=toronto
place: domestic=国内|内销|境内=domestic|home|domestically; foreign=国外|海外|境外|国际|外销=overseas|foreign|
    abroad|international|internationally; national=全国=national|nationwide|country|countrywide|nationally;
    province=全省=province|provincial; city=全市=city|citywide|municipal; world=全球|世界=global|globally|world|
    worldwide
goods: cars=乘用车|轿车=passenger cars|passenger vehicles|cars|passenger vehicle; trucks=商用车|卡车|
    货车=commercial vehicles|trucks|commercial vehicle; nev=新能源汽车=new energy vehicles|new-energy vehicles|
    nevs|electric vehicles|evs; suv=SUV=suvs|suv; phones=手机=phones|smartphones|mobile phones|handsets;
    computers=电脑|计算机=computers|pcs; tablets=平板=tablets; tv=电视=tvs|televisions; batteries=电池=batteries|
    battery; chips=芯片|集成电路=chips|integrated circuits|semiconductors; hardware=硬件=hardware;
    software=软件=software; online=线上|网上=online; offline=线下=offline|in-store; new=新房|新建=new;
    used=二手=second-hand|used|secondhand|pre-owned; cargo=货运|货物=freight|cargo; passengers=客运|
    旅客=passenger|passengers; books=图书=books; films=电影|影片=films|movies|film
basis: yoy=同比|比上年同期|较上年同期|比去年同期|较去年同期=year on year|year-on-year|yoy|year over year|
    year-over-year|from a year earlier|from the same period last year|over the same period last year|from a year
    ago|compared with the same period last year|than a year earlier; chain=环比|比上月|较上月|比上季度=month on
    month|month-on-month|mom|quarter on quarter|quarter-on-quarter|qoq|from the previous month|from the previous
    quarter|from a month earlier|from a quarter earlier|from the month before|month over month|month-over-month|
    quarter over quarter|quarter-over-quarter|over the previous month|from last month|from last quarter|
    sequentially
times: this=今年=this year; last=去年|上年=last year|previous year|year earlier|year before; next=明年|来年=next
    year|following year
order: former=前者=former; latter=后者=latter
"""


class Subject(NamedTuple):
    """What a figure may be told of: the family of what may stand in its place, and its name there."""

    family: str
    name: str


class Mention(NamedTuple):
    """A subject where a text names it."""

    start: int
    end: int
    subject: Subject


class _Vocabulary(NamedTuple):
    """The words of one language: what each may mean, and a pattern of any of them."""

    meanings: dict[str, tuple[Subject, ...]]
    pattern: Pattern


@cache
def _members() -> tuple[tuple[Subject, str, str], ...]:
    """Every subject with its Chinese and its English words, as the tables have them."""
    lines = re.sub(r"\n +", " ", _ANTONYMS + _NAMES).strip().splitlines()
    rows: list[tuple[Subject, str, str]] = []
    for line in filter(None, lines):
        family, _, members = line.partition(": ")
        for member in members.split("; "):
            name, zh, en = member.split("=")
            rows.append((Subject(family, name), zh, en))
    return tuple(rows)


@cache
def _vocabulary(language: str, alone: bool = False) -> _Vocabulary:
    """The words of a language; `alone`: of the families that tell something by themselves."""
    meanings: dict[str, tuple[Subject, ...]] = {}
    for subject, zh, en in _members():
        if not alone or subject.family in ANTONYMS or subject.family == "basis":
            for word in re.split(r"\|\s?", zh if language == "zh" else en):
                meanings[word] = (*meanings.get(word, ()), subject)
    tree = any_of(meanings)
    return _Vocabulary(meanings, Pattern(tree if language == "zh" else rf"\b{tree}(?![a-z0-9])"))


def mentions(text: str, language: str) -> list[Mention]:
    """The subjects that a text names, in order; English in lower case."""
    meanings, pattern = _vocabulary(language)
    return [
        Mention(found.start(), found.end(), subject)
        for found in pattern.finditer(text)
        for subject in meanings[found[0]]
    ]


def may_contradict(zh_text: str, en_text: str) -> bool:
    """Whether the English may name the opposite of what the Chinese names, or another basis: most texts cannot."""
    meanings, pattern = _vocabulary("zh", alone=True)
    words = pattern.findall(zh_text)
    if not words:
        return False
    text = en_text.lower()
    return any(each in text for word in words for subject in meanings[word] for each in _opposites(subject))


@cache
def _opposites(subject: Subject) -> tuple[str, ...]:
    """The English words of the other things of a family; a word that holds another of them is told by that one."""
    words = {
        word
        for other, _, en in _members()
        if other.family == subject.family and other != subject
        for word in re.split(r"\|\s?", en)
    }
    return tuple(sorted(word for word in words if not any(each in word for each in words - {word})))


ANTONYMS = frozenset(line.partition(":")[0] for line in _ANTONYMS.split("\n") if line[:1].isalpha())
"""The families of which one thing in one text and another in the other are a contradiction."""
