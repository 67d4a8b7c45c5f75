import { readTokens } from "../../../text/normalise.ts";

/*
 * Names that are said in Chinese and in Latin letters: what the archive of any show may hold, one group a line.
 *
 * Rules for a name here:
 * - All names of a line are the same thing, and nearly always meant where one of them is said: 小米 stands here
 *   though it is millet too, since each place says its form; 苹果 is more often a fruit, so Apple has 苹果公司.
 * - No abbreviation that stands for several things (RL, CV, ML), no surname that many people have (陈, Chen), no
 *   Chinese name of one character, no translation that only some use for it.
 * - A name in Simplified Chinese, a name in Latin letters as it is written by those who bear it; Taiwan's word beside
 *   the mainland's where it is another word (软件, 软体).
 * - Nothing of one show alone: that is what `content/variants.yaml` is for.
 */
const NAMES = `
英伟达 = Nvidia = 辉达
谷歌 = Google
微软 = Microsoft
苹果公司 = Apple
亚马逊 = Amazon
特斯拉 = Tesla
英特尔 = Intel
高通 = Qualcomm
博通 = Broadcom
台积电 = TSMC
阿斯麦 = ASML
三星 = Samsung
索尼 = Sony
任天堂 = Nintendo
华为 = Huawei
小米 = Xiaomi
腾讯 = Tencent
阿里巴巴 = Alibaba
阿里云 = Alibaba Cloud
百度 = Baidu
字节跳动 = ByteDance
拼多多 = Pinduoduo
美团 = Meituan
滴滴 = DiDi
快手 = Kuaishou
抖音 = Douyin
哔哩哔哩 = Bilibili
小红书 = Xiaohongshu = RedNote
微信 = WeChat
微博 = Weibo
知乎 = Zhihu
淘宝 = Taobao
天猫 = Tmall
支付宝 = Alipay
网易 = NetEase
联想 = Lenovo
比亚迪 = BYD
蔚来 = NIO
小鹏 = XPeng
理想汽车 = Li Auto
吉利 = Geely
宁德时代 = CATL
中芯国际 = SMIC
大疆 = DJI
商汤 = SenseTime
旷视 = Megvii
科大讯飞 = iFlytek
寒武纪 = Cambricon
智谱 = Zhipu
月之暗面 = Moonshot AI
深度求索 = DeepSeek
通义千问 = Qwen
文心一言 = ERNIE Bot
豆包 = Doubao
阶跃星辰 = StepFun
百川智能 = Baichuan
宇树 = Unitree
优必选 = UBTech
波士顿动力 = Boston Dynamics
脸书 = Facebook
推特 = Twitter
油管 = YouTube
领英 = LinkedIn
奈飞 = Netflix = 网飞
迪士尼 = Disney
皮克斯 = Pixar
优步 = Uber
爱彼迎 = Airbnb
声田 = Spotify
维基百科 = Wikipedia
甲骨文公司 = Oracle
思科 = Cisco
戴尔 = Dell
惠普 = HP
诺基亚 = Nokia
爱立信 = Ericsson
摩托罗拉 = Motorola
黑莓 = BlackBerry
西门子 = Siemens
博世 = Bosch
飞利浦 = Philips
松下 = Panasonic
东芝 = Toshiba
日立 = Hitachi
佳能 = Canon
尼康 = Nikon
富士通 = Fujitsu
软银 = SoftBank
乐天 = Rakuten
丰田 = Toyota
本田 = Honda
日产 = Nissan
现代汽车 = Hyundai
大众汽车 = Volkswagen
宝马 = BMW
奔驰 = Mercedes-Benz
奥迪 = Audi
保时捷 = Porsche
法拉利 = Ferrari
兰博基尼 = Lamborghini
劳斯莱斯 = Rolls-Royce
沃尔沃 = Volvo
福特汽车 = Ford
通用汽车 = General Motors
波音 = Boeing
空客 = Airbus = 空中客车
洛克希德马丁 = Lockheed Martin
沃尔玛 = Walmart
好市多 = Costco = 开市客
宜家 = IKEA
耐克 = Nike
阿迪达斯 = Adidas
优衣库 = Uniqlo
路易威登 = Louis Vuitton
爱马仕 = Hermès
香奈儿 = Chanel
古驰 = Gucci
普拉达 = Prada
欧莱雅 = L'Oréal
星巴克 = Starbucks
麦当劳 = McDonald's
肯德基 = KFC
必胜客 = Pizza Hut
可口可乐 = Coca-Cola
百事可乐 = Pepsi
雀巢 = Nestlé
联合利华 = Unilever
宝洁 = Procter & Gamble
辉瑞 = Pfizer
莫德纳 = Moderna
诺和诺德 = Novo Nordisk
礼来 = Eli Lilly
强生公司 = Johnson & Johnson
高盛 = Goldman Sachs
摩根士丹利 = Morgan Stanley
摩根大通 = JPMorgan
贝莱德 = BlackRock
黑石集团 = Blackstone
伯克希尔哈撒韦 = Berkshire Hathaway
红杉资本 = Sequoia Capital
桥水 = Bridgewater
麦肯锡 = McKinsey
德勤 = Deloitte
普华永道 = PwC
彭博社 = Bloomberg
路透社 = Reuters
纽约时报 = New York Times
华尔街日报 = Wall Street Journal
经济学人 = The Economist
金融时报 = Financial Times
乐高 = Lego
暴雪娱乐 = Blizzard Entertainment
马斯克 = Musk = Elon Musk = 埃隆马斯克 = 伊隆马斯克
奥特曼 = Altman = Sam Altman = 奥尔特曼
黄仁勋 = Jensen Huang
扎克伯格 = Zuckerberg = Mark Zuckerberg = 祖克柏
乔布斯 = Steve Jobs = 贾伯斯
蒂姆库克 = Tim Cook
比尔盖茨 = Bill Gates
贝索斯 = Bezos = Jeff Bezos
巴菲特 = Buffett = Warren Buffett
查理芒格 = Charlie Munger
纳德拉 = Nadella = Satya Nadella
皮查伊 = Pichai = Sundar Pichai
彼得蒂尔 = Peter Thiel
马克安德森 = Marc Andreessen
保罗格雷厄姆 = Paul Graham
里德霍夫曼 = Reid Hoffman
苏姿丰 = Lisa Su
张忠谋 = Morris Chang
孙正义 = Masayoshi Son
马云 = Jack Ma
马化腾 = Pony Ma
李彦宏 = Robin Li
李飞飞 = Fei-Fei Li
吴恩达 = Andrew Ng
李开复 = Kai-Fu Lee
何恺明 = Kaiming He
辛顿 = Hinton = Geoffrey Hinton
杨立昆 = Yann LeCun = LeCun
本吉奥 = Bengio = Yoshua Bengio
苏茨克维 = Sutskever = Ilya Sutskever
卡帕西 = Karpathy = Andrej Karpathy
哈萨比斯 = Hassabis = Demis Hassabis
阿莫代伊 = Amodei = Dario Amodei
施密德胡伯 = Schmidhuber
林纳斯托瓦兹 = Linus Torvalds
图灵 = Turing = Alan Turing
冯诺依曼 = von Neumann
香农 = Shannon = Claude Shannon
爱因斯坦 = Einstein
牛顿 = Newton
达尔文 = Darwin
霍金 = Hawking = Stephen Hawking
费曼 = Feynman = Richard Feynman
薛定谔 = Schrödinger
海森堡 = Heisenberg
玻尔 = Bohr
奥本海默 = Oppenheimer
哥德尔 = Gödel
庞加莱 = Poincaré
黎曼 = Riemann
欧拉 = Euler
高斯 = Gauss
贝叶斯 = Bayes
马尔可夫 = Markov
弗洛伊德 = Freud
荣格 = Carl Jung
阿德勒 = Alfred Adler
尼采 = Nietzsche
康德 = Kant
黑格尔 = Hegel
叔本华 = Schopenhauer
维特根斯坦 = Wittgenstein
海德格尔 = Heidegger
萨特 = Sartre
加缪 = Camus
福柯 = Foucault
波伏娃 = Beauvoir = 波伏瓦
阿伦特 = Arendt = Hannah Arendt
柏拉图 = Plato
苏格拉底 = Socrates
亚里士多德 = Aristotle
笛卡尔 = Descartes
斯宾诺莎 = Spinoza
卢梭 = Rousseau
亚当斯密 = Adam Smith
凯恩斯 = Keynes
哈耶克 = Hayek
熊彼特 = Schumpeter
卡尼曼 = Kahneman = Daniel Kahneman
塔勒布 = Nassim Taleb
尤瓦尔赫拉利 = Yuval Harari = Yuval Noah Harari
莎士比亚 = Shakespeare
海明威 = Hemingway
卡夫卡 = Kafka
博尔赫斯 = Borges
马尔克斯 = García Márquez
陀思妥耶夫斯基 = Dostoevsky
托尔斯泰 = Tolstoy
奥威尔 = Orwell = George Orwell
赫胥黎 = Huxley
阿西莫夫 = Asimov = Isaac Asimov
托尔金 = Tolkien
村上春树 = Haruki Murakami
宫崎骏 = Hayao Miyazaki
诺兰 = Christopher Nolan
斯皮尔伯格 = Spielberg
希区柯克 = Hitchcock
库布里克 = Kubrick
塔可夫斯基 = Tarkovsky
昆汀 = Tarantino = Quentin Tarantino
莫扎特 = Mozart
贝多芬 = Beethoven
肖邦 = Chopin
达芬奇 = da Vinci
毕加索 = Picasso
梵高 = Van Gogh
莫奈 = Monet
泰勒斯威夫特 = Taylor Swift
披头士 = The Beatles = 甲壳虫乐队
特朗普 = Trump = 川普
拜登 = Biden = Joe Biden
奥巴马 = Obama
里根 = Reagan
肯尼迪 = Kennedy
撒切尔 = Thatcher
丘吉尔 = Churchill
默克尔 = Merkel
马克龙 = Macron
普京 = Putin
泽连斯基 = Zelensky = Zelenskyy
硅谷 = Silicon Valley = 矽谷
华尔街 = Wall Street
好莱坞 = Hollywood
百老汇 = Broadway
曼哈顿 = Manhattan
布鲁克林 = Brooklyn
纽约 = New York
洛杉矶 = Los Angeles
旧金山 = San Francisco
西雅图 = Seattle
波士顿 = Boston
芝加哥 = Chicago
伦敦 = London
巴黎 = Paris
柏林 = Berlin
东京 = Tokyo
京都 = Kyoto
大阪 = Osaka
首尔 = Seoul
新加坡 = Singapore
斯坦福 = Stanford
哈佛 = Harvard
耶鲁 = Yale
普林斯顿 = Princeton
麻省理工 = MIT
伯克利 = Berkeley
卡内基梅隆 = Carnegie Mellon
哥伦比亚大学 = Columbia University
牛津大学 = Oxford University = University of Oxford
剑桥大学 = Cambridge University = University of Cambridge
安卓 = Android
鸿蒙 = HarmonyOS
操作系统 = operating system = 作业系统
开源 = open source
区块链 = blockchain
比特币 = Bitcoin
以太坊 = Ethereum
元宇宙 = metaverse
人工智能 = artificial intelligence = 人工智慧
机器学习 = machine learning
深度学习 = deep learning
强化学习 = reinforcement learning
监督学习 = supervised learning
无监督学习 = unsupervised learning
自监督学习 = self-supervised learning
迁移学习 = transfer learning
联邦学习 = federated learning
神经网络 = neural network = 类神经网路
卷积神经网络 = convolutional neural network
图神经网络 = graph neural network
大语言模型 = large language model = LLM = 大型语言模型
基础模型 = foundation model
世界模型 = world model
扩散模型 = diffusion model
预训练 = pre-training
后训练 = post-training
微调 = fine-tuning
提示词工程 = prompt engineering
思维链 = chain of thought
注意力机制 = attention mechanism
自注意力 = self-attention
混合专家 = mixture of experts
知识图谱 = knowledge graph
知识蒸馏 = knowledge distillation
检索增强生成 = retrieval-augmented generation
向量数据库 = vector database
多模态 = multimodal
通用人工智能 = AGI = artificial general intelligence
具身智能 = embodied AI = embodied intelligence
计算机视觉 = computer vision = 电脑视觉
自然语言处理 = natural language processing = NLP
语音识别 = speech recognition = 语音辨识
自动驾驶 = autonomous driving
缩放定律 = scaling law = scaling laws
奖励模型 = reward model
反向传播 = backpropagation
梯度下降 = gradient descent
过拟合 = overfitting
苦涩的教训 = bitter lesson
图灵测试 = Turing test
摩尔定律 = Moore's law
量子计算 = quantum computing
量子计算机 = quantum computer
云计算 = cloud computing
边缘计算 = edge computing
物联网 = Internet of Things = IoT
虚拟现实 = virtual reality = 虚拟实境
增强现实 = augmented reality = 扩增实境
脑机接口 = brain-computer interface
半导体 = semiconductor
晶体管 = transistor = 电晶体
风险投资 = venture capital
对冲基金 = hedge fund
私募股权 = private equity
首次公开募股 = IPO
智能体 = AI agent
产品市场契合 = product-market fit
播客 = podcast
博客 = blog = 部落格
程序员 = programmer = 程式设计师
数据库 = database = 资料库
黑天鹅 = black swan
幸存者偏差 = survivorship bias
囚徒困境 = prisoner's dilemma
博弈论 = game theory
贝叶斯定理 = Bayes' theorem
认知失调 = cognitive dissonance
正念 = mindfulness
多巴胺 = dopamine
新冠 = COVID
信使核糖核酸 = mRNA
基因编辑 = gene editing
全球定位系统 = GPS
世界卫生组织 = World Health Organization
美国国家航空航天局 = NASA
星链 = Starlink
星舰 = Starship
格莱美 = Grammy
诺贝尔奖 = Nobel Prize
图灵奖 = Turing Award
漫威 = Marvel
星球大战 = Star Wars
哈利波特 = Harry Potter
指环王 = Lord of the Rings = 魔戒
权力的游戏 = Game of Thrones
宝可梦 = Pokémon
塞尔达 = Zelda
`;

/** Written in one script alone, and in one word or in two: names whose border people put where they like. */
const WORDS =
  "chatgpt openai deepmind wifi github gitlab youtube facebook linkedin iphone ipad macos ios website online email podcast startup airpods macbook playstation powerpoint javascript typescript wordpress tiktok whatsapp snapchat instagram midjourney huggingface langchain llamaindex pytorch tensorflow photoshop soundcloud overcast blockchain chatbot hackathon bluetooth ebook roadmap workflow deadline feedback database benchmark playbook";

/** Names that stand for one another. */
type NameGroups = readonly (readonly string[])[];

let groups: NameGroups | undefined;

/** The names of the list, each group as written. */
export function stockNames(): NameGroups {
  groups ??= NAMES.trim()
    .split("\n")
    .map((line) => line.split(" = "));
  return groups;
}

let words: ReadonlySet<string> | undefined;

/** Names of the list in Latin letters, in lower case, without accents and borders. */
export function stockWords(): ReadonlySet<string> {
  words ??= new Set([
    ...WORDS.split(" "),
    ...stockNames()
      .flat()
      .map((name) => readTokens(name))
      .filter((tokens) => tokens.every(({ isHan }) => !isHan))
      .map((tokens) => tokens.map(({ text }) => text.normalize("NFD").replace(/\p{M}/gu, "")).join("")),
  ]);
  return words;
}
