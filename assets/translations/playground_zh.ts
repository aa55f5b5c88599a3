<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Made of</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Your work is kept in</source>
        <translation>您的工作保存在</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>AboutSheet</name>
    <message>
        <source>A playground for neural networks: build one, watch it learn, take the weights with you.</source>
        <translation>神经网络游乐场：搭建网络，观察它如何学习，并带走训练好的权重。</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>如何开始</translation>
    </message>
    <message>
        <source>Space trains and pauses; F7 goes one batch further, F8 one epoch.</source>
        <translation>空格键开始或暂停训练；F7 前进一个小批量，F8 前进一轮。</translation>
    </message>
    <message>
        <source>Rest the pointer on a unit to see it large; click an edge to type its weight.</source>
        <translation>将鼠标停在单元上可放大查看；点击连线可输入权重。</translation>
    </message>
    <message>
        <source>Drop a CSV file on the window to train on your own data.</source>
        <translation>把 CSV 文件拖入窗口，即可用自己的数据训练。</translation>
    </message>
    <message>
        <source>Ctrl+K finds every action and setting, F1 lists all shortcuts.</source>
        <translation>Ctrl+K 可查找任何操作和设置，F1 列出全部快捷键。</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>It needs no network connection, and sends nothing anywhere.</source>
        <translation>无需联网，也不会向任何地方发送数据。</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>复制以便反馈</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Train or pause</source>
        <translation>训练或暂停</translation>
    </message>
    <message>
        <source>Step one batch</source>
        <translation>单步（一个小批量）</translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation>单步（一轮）</translation>
    </message>
    <message>
        <source>Reset (same seed)</source>
        <translation>重置（种子不变）</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>换种子</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation>打开最近的文件…</translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Export weights…</source>
        <translation>导出权重…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>Copy link to the experiment</source>
        <translation>复制实验链接</translation>
    </message>
    <message>
        <source>Copy the experiment as JSON</source>
        <translation>复制实验（JSON）</translation>
    </message>
    <message>
        <source>Paste an experiment</source>
        <translation>粘贴实验</translation>
    </message>
    <message>
        <source>Class mode…</source>
        <translation>课堂模式…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Follow the system&apos;s colours</source>
        <translation>配色跟随系统</translation>
    </message>
    <message>
        <source>Follow the system&apos;s language</source>
        <translation>语言跟随系统</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>English or Chinese</source>
        <translation>切换中文与英文</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>恢复默认字号</translation>
    </message>
    <message>
        <source>Large picture of the network</source>
        <translation>放大网络图</translation>
    </message>
    <message>
        <source>Column of controls</source>
        <translation>控件栏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Projector: large pictures and text</source>
        <translation>投影模式：大图、大字</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>查找任何功能…</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>打开菜单</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>AugmentationControl</name>
    <message>
        <source>Data augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Every epoch trains on freshly changed samples; costs are measured on the original ones.</source>
        <translation>每一轮都用重新变换的样本训练；代价仍按原样本计算。</translation>
    </message>
    <message>
        <source>%1: only %2% of the samples it moves keep their class, so it teaches wrong labels.</source>
        <translation>%1：经它变换的样本只有 %2% 保持原来的类别，会教给网络错误的标签。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>AugmentedPreview</name>
    <message>
        <source>Samples as they are trained on in this epoch</source>
        <translation>这一轮训练实际使用的样本</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>A larger picture, instead of what happens now</source>
        <translation>放大网络图，暂时收起“当前状态”</translation>
    </message>
</context>
<context>
    <name>BrushButton</name>
    <message>
        <source>Brush: paint points of value {0}</source>
        <translation>画笔：画数值为 {0} 的点</translation>
    </message>
    <message>
        <source>Brush: paint points of class {0}</source>
        <translation>画笔：画第 {0} 类的点</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>Do not show this hint again</source>
        <translation>不再显示此提示</translation>
    </message>
</context>
<context>
    <name>Callouts</name>
    <message>
        <source>This is the output of one unit. Hover to see it larger.</source>
        <translation>这是一个单元的输出。将鼠标移到上面可放大查看。</translation>
    </message>
    <message>
        <source>The thicker a line, the larger its weight. Click one to change it.</source>
        <translation>连线越粗，权重越大。点击连线可修改。</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>Small random</source>
        <translation>较小随机数</translation>
    </message>
    <message>
        <source>Uniform ±½</source>
        <translation>均匀分布 ±½</translation>
    </message>
    <message>
        <source>LeCun (Xavier)</source>
        <translation>LeCun (Xavier)</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>GD</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Gradient descent: the easiest to understand; robust when α is chosen well.</source>
        <translation>梯度下降：最容易理解；α 选得合适时很稳健。</translation>
    </message>
    <message>
        <source>Momentum: for long narrow valleys; averaging cancels the zigzag.</source>
        <translation>动量：适合狭长的谷底；求平均可消除来回振荡。</translation>
    </message>
    <message>
        <source>RMSprop: for gradients of very different sizes.</source>
        <translation>RMSprop：适合各方向梯度大小悬殊的情形。</translation>
    </message>
    <message>
        <source>Adam: a good first choice for almost everything.</source>
        <translation>Adam：几乎对任何问题都是不错的首选。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>反比</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
</context>
<context>
    <name>ClassBadge</name>
    <message>
        <source>Class mode</source>
        <translation>课堂模式</translation>
    </message>
    <message>
        <source>Hidden: {hidden} · locked: {locked}</source>
        <translation>隐藏 {hidden} 项 · 锁定 {locked} 项</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose what the class sees and what it can change</source>
        <translation>选择学生能看到什么、能更改什么</translation>
    </message>
</context>
<context>
    <name>ClassDialog</name>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Decay of α</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>The whole panel</source>
        <translation>整个面板</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>决策面</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Seen, and can be changed</source>
        <translation>可见，可更改</translation>
    </message>
    <message>
        <source>Seen, but nothing changes it: no control, preset or link</source>
        <translation>可见，但无法更改：控件、预设和链接都不行</translation>
    </message>
    <message>
        <source>Not seen; the others close up</source>
        <translation>不可见；其余控件自动补位</translation>
    </message>
    <message>
        <source>Each layer: {setting}</source>
        <translation>各层：{setting}</translation>
    </message>
    <message>
        <source>Choose what your class sees. It is saved with the experiment and travels in its link; anybody can leave class mode again.</source>
        <translation>选择学生能看到的内容。它随实验一起保存，也包含在链接中；任何人都可以退出课堂模式。</translation>
    </message>
    <message>
        <source>Class mode</source>
        <translation>课堂模式</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Lock everything</source>
        <translation>全部锁定</translation>
    </message>
    <message>
        <source>Lock what is shown; then give back what the class is to try</source>
        <translation>锁定所有显示的控件，再放开要让学生尝试的部分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ClassGate</name>
    <message>
        <source>Locked in class mode</source>
        <translation>已在课堂模式中锁定</translation>
    </message>
</context>
<context>
    <name>ClassMode</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>ColorScale</name>
    <message>
        <source>Colour scale</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>One scale for data, weights and activations; its middle has the colour of the card.</source>
        <translation>数据、权重与激活值共用同一色标；中间值与卡片底色相同。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>sepal length (cm)</source>
        <translation>花萼长度 (cm)</translation>
    </message>
    <message>
        <source>sepal width (cm)</source>
        <translation>花萼宽度 (cm)</translation>
    </message>
    <message>
        <source>petal length (cm)</source>
        <translation>花瓣长度 (cm)</translation>
    </message>
    <message>
        <source>petal width (cm)</source>
        <translation>花瓣宽度 (cm)</translation>
    </message>
    <message>
        <source>alcohol</source>
        <translation>酒精</translation>
    </message>
    <message>
        <source>malic_acid</source>
        <translation>苹果酸</translation>
    </message>
    <message>
        <source>ash</source>
        <translation>灰分</translation>
    </message>
    <message>
        <source>alcalinity_of_ash</source>
        <translation>灰分碱度</translation>
    </message>
    <message>
        <source>magnesium</source>
        <translation>镁</translation>
    </message>
    <message>
        <source>total_phenols</source>
        <translation>总酚</translation>
    </message>
    <message>
        <source>flavanoids</source>
        <translation>类黄酮</translation>
    </message>
    <message>
        <source>nonflavanoid_phenols</source>
        <translation>非类黄酮酚</translation>
    </message>
    <message>
        <source>proanthocyanins</source>
        <translation>原花青素</translation>
    </message>
    <message>
        <source>color_intensity</source>
        <translation>颜色强度</translation>
    </message>
    <message>
        <source>hue</source>
        <translation>色调</translation>
    </message>
    <message>
        <source>od280/od315_of_diluted_wines</source>
        <translation>稀释酒的 OD280/OD315</translation>
    </message>
    <message>
        <source>proline</source>
        <translation>脯氨酸</translation>
    </message>
    <message>
        <source>mean radius</source>
        <translation>平均半径</translation>
    </message>
    <message>
        <source>mean texture</source>
        <translation>平均纹理</translation>
    </message>
    <message>
        <source>mean perimeter</source>
        <translation>平均周长</translation>
    </message>
    <message>
        <source>mean area</source>
        <translation>平均面积</translation>
    </message>
    <message>
        <source>mean smoothness</source>
        <translation>平均光滑度</translation>
    </message>
    <message>
        <source>mean compactness</source>
        <translation>平均紧致度</translation>
    </message>
    <message>
        <source>mean concavity</source>
        <translation>平均凹度</translation>
    </message>
    <message>
        <source>mean concave points</source>
        <translation>平均凹点数</translation>
    </message>
    <message>
        <source>mean symmetry</source>
        <translation>平均对称性</translation>
    </message>
    <message>
        <source>mean fractal dimension</source>
        <translation>平均分形维数</translation>
    </message>
    <message>
        <source>radius error</source>
        <translation>半径标准误差</translation>
    </message>
    <message>
        <source>texture error</source>
        <translation>纹理标准误差</translation>
    </message>
    <message>
        <source>perimeter error</source>
        <translation>周长标准误差</translation>
    </message>
    <message>
        <source>area error</source>
        <translation>面积标准误差</translation>
    </message>
    <message>
        <source>smoothness error</source>
        <translation>光滑度标准误差</translation>
    </message>
    <message>
        <source>compactness error</source>
        <translation>紧致度标准误差</translation>
    </message>
    <message>
        <source>concavity error</source>
        <translation>凹度标准误差</translation>
    </message>
    <message>
        <source>concave points error</source>
        <translation>凹点数标准误差</translation>
    </message>
    <message>
        <source>symmetry error</source>
        <translation>对称性标准误差</translation>
    </message>
    <message>
        <source>fractal dimension error</source>
        <translation>分形维数标准误差</translation>
    </message>
    <message>
        <source>worst radius</source>
        <translation>最差半径</translation>
    </message>
    <message>
        <source>worst texture</source>
        <translation>最差纹理</translation>
    </message>
    <message>
        <source>worst perimeter</source>
        <translation>最差周长</translation>
    </message>
    <message>
        <source>worst area</source>
        <translation>最差面积</translation>
    </message>
    <message>
        <source>worst smoothness</source>
        <translation>最差光滑度</translation>
    </message>
    <message>
        <source>worst compactness</source>
        <translation>最差紧致度</translation>
    </message>
    <message>
        <source>worst concavity</source>
        <translation>最差凹度</translation>
    </message>
    <message>
        <source>worst concave points</source>
        <translation>最差凹点数</translation>
    </message>
    <message>
        <source>worst symmetry</source>
        <translation>最差对称性</translation>
    </message>
    <message>
        <source>worst fractal dimension</source>
        <translation>最差分形维数</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Find an action, a setting, a preset, a data set…</source>
        <translation>查找功能、设置、预设、数据集…</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>“{0}” recognised: {2} of {3} ({4})</source>
        <translation>“{0}”识别正确：{2}/{3}（{4}）</translation>
    </message>
    <message>
        <source>“{0}” taken for “{1}”: {2} of {3} ({4})</source>
        <translation>“{0}”误判为“{1}”：{2}/{3}（{4}）</translation>
    </message>
    <message>
        <source>{0} of {1} right</source>
        <translation>正确 {0}/{1}</translation>
    </message>
    <message>
        <source>No sample was confused with another class.</source>
        <translation>没有样本被误判为其他类。</translation>
    </message>
    <message>
        <source>Most often: {0}</source>
        <translation>最常见：{0}</translation>
    </message>
</context>
<context>
    <name>ConfusionList</name>
    <message>
        <source>No sample was confused with another class.</source>
        <translation>没有样本被误判为其他类。</translation>
    </message>
    <message>
        <source>{0} of {1} · {2}</source>
        <translation>{0}/{1} · {2}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
</context>
<context>
    <name>CurveMenu</name>
    <message>
        <source>What is shown, and saving the curves</source>
        <translation>显示内容与保存曲线</translation>
    </message>
    <message>
        <source>Curves not saved</source>
        <translation>曲线未能保存</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数据 (*.csv)</translation>
    </message>
</context>
<context>
    <name>CurvePanel</name>
    <message>
        <source>Data and penalty apart</source>
        <translation>数据项与正则化项分开显示</translation>
    </message>
    <message>
        <source>J = data + penalty: dashed, what the data and what λ add to the cost</source>
        <translation>J = 数据项 + 正则化项：两条虚线分别表示数据与 λ 在代价中所占的部分</translation>
    </message>
    <message>
        <source>By epoch</source>
        <translation>按轮</translation>
    </message>
    <message>
        <source>J of the whole set after each epoch</source>
        <translation>每轮结束后，整个集合上的 J</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>按批</translation>
    </message>
    <message>
        <source>The data cost of each mini-batch, before its step. It is measured only while it is shown here, and makes each step slower.</source>
        <translation>每个小批量在更新之前的数据代价。只在此处显示时才测量，会使每一步变慢。</translation>
    </message>
    <message>
        <source>Cost of train</source>
        <translation>训练代价</translation>
    </message>
    <message>
        <source>If it changes</source>
        <translation>仅在变化时</translation>
    </message>
    <message>
        <source>Show α below the curves once it is not constant</source>
        <translation>学习率不恒定时，在曲线下方显示 α</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Show α below the curves</source>
        <translation>在曲线下方显示 α</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Do not show α</source>
        <translation>不显示 α</translation>
    </message>
    <message>
        <source>Learning rate α below</source>
        <translation>下方的学习率 α</translation>
    </message>
    <message>
        <source>‖dW‖</source>
        <translation>‖dW‖</translation>
    </message>
    <message>
        <source>‖W‖</source>
        <translation>‖W‖</translation>
    </message>
    <message>
        <source>‖ΔW‖/‖W‖</source>
        <translation>‖ΔW‖/‖W‖</translation>
    </message>
    <message>
        <source>How far a step moves the weights; about 0.001 is healthy</source>
        <translation>一步更新使权重移动多远；0.001 左右为宜</translation>
    </message>
    <message>
        <source>Norm of each layer</source>
        <translation>各层的范数</translation>
    </message>
    <message>
        <source>Smoothing β</source>
        <translation>平滑 β</translation>
    </message>
    <message>
        <source>v := βv + (1−β)θ: the line in front averages about 1/(1−β) values; 0 shows what was measured</source>
        <translation>v := βv + (1−β)θ：前面的曲线约对 1/(1−β) 个值取平均；取 0 则显示实测值</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>偏差修正</translation>
    </message>
    <message>
        <source>How long each layer&apos;s gradient is; where it vanishes, the layer stops learning</source>
        <translation>各层梯度的长度；梯度消失的层不再学习</translation>
    </message>
    <message>
        <source>How long the vector of each layer&apos;s weights is</source>
        <translation>各层权重向量的长度</translation>
    </message>
    <message>
        <source>v/(1−βᵗ): without it the average starts at 0 and is too small at first</source>
        <translation>v/(1−βᵗ)：若不修正，平均值从 0 开始，初期偏小</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>先前的训练</translation>
    </message>
    <message>
        <source>Keep the last five runs&apos; curves, in grey, to compare with</source>
        <translation>以灰色保留最近五次训练的曲线，以供比较</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forget the earlier runs</source>
        <translation>清除先前训练的曲线</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>As a picture (PNG, SVG) or as numbers (CSV)</source>
        <translation>存为图片（PNG、SVG）或数值（CSV）</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Put the picture on the clipboard</source>
        <translation>把图片放到剪贴板</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Put the numbers on the clipboard, for a spreadsheet</source>
        <translation>把数值放到剪贴板，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Runs on other data, not drawn here: {0}</source>
        <translation>其他数据上的运行（此处不画）：{0}</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>best: epoch {0}</source>
        <translation>最佳：第 {0} 轮</translation>
    </message>
    <message>
        <source>stopped: epoch {0}</source>
        <translation>停止：第 {0} 轮</translation>
    </message>
    <message>
        <source>diverged: epoch {0}</source>
        <translation>发散：第 {0} 轮</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>J: the mean loss over the set, plus the penalty</source>
        <translation>J：该集合上损失的平均值，加上正则化项</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>‖dW‖ of each layer: where it vanishes towards the input, the first layers hardly learn</source>
        <translation>各层的 ‖dW‖：若越靠近输入越趋于零，前面的层几乎学不到东西</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>曲线显示的内容</translation>
    </message>
    <message>
        <source>{0} by layer</source>
        <translation>各层的 {0}</translation>
    </message>
    <message>
        <source>Cost by batch</source>
        <translation>各小批量的代价</translation>
    </message>
    <message>
        <source>{0} by epoch</source>
        <translation>{0}随训练轮次的变化</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Mean squared error: the mean of (ŷ − y)² over the set</source>
        <translation>均方误差：(ŷ − y)² 在该集合上的平均值</translation>
    </message>
    <message>
        <source>The share of the set whose class is predicted right</source>
        <translation>该集合中类别预测正确的比例</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Curves by epoch; the arrow keys move along them</source>
        <translation>随轮次变化的曲线；用方向键沿曲线移动</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据项</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>正则化项</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Costs of batches are recorded from here on</source>
        <translation>从此处起记录各小批量的代价</translation>
    </message>
    <message>
        <source>mean, range of {0} batches</source>
        <translation>每 {0} 个小批量的均值与范围</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>layer {0}</source>
        <translation>第 {0} 层</translation>
    </message>
    <message>
        <source>Norms are measured from here on</source>
        <translation>从此处起测量各层范数</translation>
    </message>
    <message>
        <source>‖dW‖ at the output is {0} times that of layer 1</source>
        <translation>输出层的 ‖dW‖ 是第 1 层的 {0} 倍</translation>
    </message>
    <message>
        <source>{0} of single steps, by layer</source>
        <translation>各层单步的 {0}</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>New data: other samples by the same rule, split again (the next data seed)</source>
        <translation>换一批数据：按同样的规则另抽样本并重新划分（数据种子加一）</translation>
    </message>
    <message>
        <source>Your own data from a CSV file, with any column as target</source>
        <translation>用 CSV 文件中自己的数据，任选一列作为目标</translation>
    </message>
</context>
<context>
    <name>DataSetPicker</name>
    <message>
        <source>Two classes</source>
        <translation>二分类</translation>
    </message>
    <message>
        <source>Sets with two classes</source>
        <translation>有两个类别的数据集</translation>
    </message>
    <message>
        <source>Sets with three classes or more</source>
        <translation>有三个或更多类别的数据集</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>多分类</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Sets whose target is a number</source>
        <translation>目标是数值的数据集</translation>
    </message>
    <message>
        <source>Kind of data sets</source>
        <translation>数据集的种类</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
</context>
<context>
    <name>DataSets</name>
    <message>
        <source>Both clouds spread: the variance along each axis is 0.5 + 7 × noise.</source>
        <translation>两个点云都会散开：各轴方差为 0.5 + 7 × 噪声。</translation>
    </message>
    <message>
        <source>Each point is moved off its arm by up to 1 × noise along each axis.</source>
        <translation>每个点沿各轴偏离旋臂至多 1 × 噪声。</translation>
    </message>
    <message>
        <source>Each point is moved by a Gaussian step with standard deviation 2 × noise along each axis.</source>
        <translation>每个点沿各轴作高斯分布的偏移，标准差为 2 × 噪声。</translation>
    </message>
    <message>
        <source>The three clouds spread: the variance along each axis is 0.5 + 7 × noise.</source>
        <translation>三个点云都会散开：各轴方差为 0.5 + 7 × 噪声。</translation>
    </message>
    <message>
        <source>The label is read off up to 5 × noise away along each axis; the point itself stays.</source>
        <translation>标签取自沿各轴至多偏移 5 × 噪声的位置；点本身不动。</translation>
    </message>
    <message>
        <source>The height is read off up to 6 × noise away along each axis; the point itself stays.</source>
        <translation>高度取自沿各轴至多偏移 6 × 噪声的位置；点本身不动。</translation>
    </message>
    <message>
        <source>The label is read off up to 4 × noise away along each axis; the point itself stays.</source>
        <translation>标签取自沿各轴至多偏移 4 × 噪声的位置；点本身不动。</translation>
    </message>
    <message>
        <source>The label is read off up to 5 × noise higher or lower; the point itself stays.</source>
        <translation>标签取自上下至多偏移 5 × 噪声的位置；点本身不动。</translation>
    </message>
    <message>
        <source>The arms fan out: points turn by a Gaussian angle of standard deviation 0.12 + noise.</source>
        <translation>旋臂散开：各点绕中心转过一个高斯分布的角度，标准差为 0.12 + 噪声。</translation>
    </message>
    <message>
        <source>Each label is flipped with a probability equal to the noise; the inputs stay.</source>
        <translation>每个标签以等于噪声的概率被翻转；输入不变。</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Circle in a ring</source>
        <translation>圆与外环</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>两个点云</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>两团</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Two spiral arms</source>
        <translation>双臂螺旋</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>Two half moons</source>
        <translation>两个月牙</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>棋盘</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘格</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>波浪</translation>
    </message>
    <message>
        <source>Above or below a wave</source>
        <translation>波浪的上方或下方</translation>
    </message>
    <message>
        <source>Three clouds</source>
        <translation>三个点云</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>三团</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>同心环</translation>
    </message>
    <message>
        <source>Three rings</source>
        <translation>三个同心圆环</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>风车</translation>
    </message>
    <message>
        <source>Pinwheel with five arms</source>
        <translation>五臂风车</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>A tilted plane</source>
        <translation>倾斜平面</translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation>峰谷</translation>
    </message>
    <message>
        <source>Six bumps</source>
        <translation>六个峰谷</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>奇偶</translation>
    </message>
    <message>
        <source>Parity of bits</source>
        <translation>多位奇偶校验</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>Wines of three growers</source>
        <translation>三家酒庄的葡萄酒</translation>
    </message>
    <message>
        <source>Cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>Breast cancer, benign or not</source>
        <translation>乳腺癌：良性或恶性</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写体</translation>
    </message>
    <message>
        <source>Handwritten digits, 8 × 8</source>
        <translation>手写数字，8 × 8</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>自绘</translation>
    </message>
    <message>
        <source>Points you paint yourself</source>
        <translation>自己画的点</translation>
    </message>
    <message>
        <source>Numbers you paint yourself</source>
        <translation>自己画的数值点</translation>
    </message>
    <message>
        <source>A table of your own</source>
        <translation>自己的表格</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>two classes</source>
        <translation>二分类</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 分类</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>回归</translation>
    </message>
</context>
<context>
    <name>DecayNotice</name>
    <message>
        <source>αλ/m = %1 is above %2: each step flips the sign of the weights and enlarges them. λ can be %3 at most.</source>
        <translation>αλ/m = %1，超过 %2：每一步都会使权重变号并增大。λ 最大可取 %3。</translation>
    </message>
    <message>
        <source>Lower λ</source>
        <translation>减小 λ</translation>
    </message>
    <message>
        <source>Sets λ to half of the largest value that does not diverge. Acts at once.</source>
        <translation>把 λ 设为不发散的最大值的一半。立即生效。</translation>
    </message>
</context>
<context>
    <name>DropoutControl</name>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>For all hidden layers; each has its own under “Network”.</source>
        <translation>对所有隐藏层有效；每层各自的设置在“网络”里。</translation>
    </message>
    <message>
        <source>keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>EarlyStoppingControl</name>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Early stopping watches the dev cost: give the dev set a share of the samples first.</source>
        <translation>早停依据验证集的代价：请先给验证集分配一部分样本。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>表头行</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>Remove all points</source>
        <translation>清除所有点</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>移动点</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入位数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>New data</source>
        <translation>换一批数据</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Training share</source>
        <translation>训练集占比</translation>
    </message>
    <message>
        <source>Dev share</source>
        <translation>验证集占比</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试集占比</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>删除层</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Add unit</source>
        <translation>添加单元</translation>
    </message>
    <message>
        <source>Remove unit</source>
        <translation>删除单元</translation>
    </message>
    <message>
        <source>Frozen weights</source>
        <translation>冻结的权重</translation>
    </message>
    <message>
        <source>Freeze weight</source>
        <translation>冻结权重</translation>
    </message>
    <message>
        <source>Release weight</source>
        <translation>解冻权重</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Leaky slope</source>
        <translation>Leaky 斜率</translation>
    </message>
    <message>
        <source>Layer initialisation</source>
        <translation>本层初始化</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Initial scale</source>
        <translation>初始缩放</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 正则化</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 正则化</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>RMSprop coefficient</source>
        <translation>RMSprop 系数</translation>
    </message>
    <message>
        <source>Adam&apos;s first coefficient</source>
        <translation>Adam 系数 β₁</translation>
    </message>
    <message>
        <source>Adam&apos;s second coefficient</source>
        <translation>Adam 系数 β₂</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Early stopping: least fall</source>
        <translation>早停：最小下降量</translation>
    </message>
    <message>
        <source>Rotated pictures</source>
        <translation>图片旋转</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Mirroring</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Shifted pictures</source>
        <translation>图片平移</translation>
    </message>
    <message>
        <source>Cropped pictures</source>
        <translation>图片裁剪</translation>
    </message>
    <message>
        <source>Mirrored pictures</source>
        <translation>图片镜像</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>学习率衰减方式</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰减率</translation>
    </message>
    <message>
        <source>Decay period</source>
        <translation>衰减周期</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>换种子</translation>
    </message>
    <message>
        <source>Less regularisation</source>
        <translation>减弱正则化</translation>
    </message>
    <message>
        <source>ReLU with He</source>
        <translation>ReLU 加 He 初始化</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Class mode</source>
        <translation>课堂模式</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Thirteen normalised measurements separate the growers by planes; a hidden layer adds nothing here.</source>
        <translation>十三项归一化的测量值用平面就能区分各酒庄；隐藏层在此没有帮助。</translation>
    </message>
    <message>
        <source>Without a hidden layer the boundary is a straight line, and no line separates a ring from its middle.</source>
        <translation>没有隐藏层，边界就是一条直线，而任何直线都无法把圆环与它的中心分开。</translation>
    </message>
    <message>
        <source>With all weights zero the units are alike and no gradient reaches them: only the output bias learns.</source>
        <translation>权重全为零时，各单元完全相同，梯度也传不到它们：只有输出层的偏置在学习。</translation>
    </message>
    <message>
        <source>Three layers without a nonlinearity are one matrix: however deep, the boundary is a straight line.</source>
        <translation>没有非线性的三层只相当于一个矩阵：层数再多，边界也是一条直线。</translation>
    </message>
    <message>
        <source>Without a hidden layer ŷ is a plane through the bumps, and that is hardly better than a constant.</source>
        <translation>没有隐藏层，ŷ 只是穿过峰谷的一个平面，几乎不比常数好。</translation>
    </message>
    <message>
        <source>Steps of α = 0.3 on single samples throw the ReLU units out of reach of the data: they never come back.</source>
        <translation>以 α = 0.3 逐个样本更新，会把 ReLU 单元推到数据够不着的地方：它们再也回不来。</translation>
    </message>
    <message>
        <source>At λ₁ = 100 every weight is pulled to zero harder than any sample pushes it: only biases are left.</source>
        <translation>λ₁ = 100 时，把权重拉向零的力大于任何样本的推力：最后只剩下偏置。</translation>
    </message>
    <message>
        <source>Too simple for a ring</source>
        <translation>太简单，围不成环</translation>
    </message>
    <message>
        <source>Far too much L2</source>
        <translation>L2 正则化过强</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Zero initialisation</source>
        <translation>零初始化</translation>
    </message>
    <message>
        <source>Too few units</source>
        <translation>单元太少</translation>
    </message>
    <message>
        <source>Learning rate too large</source>
        <translation>学习率过大</translation>
    </message>
    <message>
        <source>Inputs not normalised</source>
        <translation>输入未归一化</translation>
    </message>
    <message>
        <source>Overlapping classes</source>
        <translation>类别重叠</translation>
    </message>
    <message>
        <source>Deep but linear</source>
        <translation>层数多却仍是线性</translation>
    </message>
    <message>
        <source>Initial weights too small</source>
        <translation>初始权重太小</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>Wrong features</source>
        <translation>特征不对</translation>
    </message>
    <message>
        <source>Far too much L1</source>
        <translation>L1 正则化过强</translation>
    </message>
    <message>
        <source>Too few samples</source>
        <translation>样本太少</translation>
    </message>
    <message>
        <source>Hold samples back: without a dev or test set nobody can tell whether the network learned by heart.</source>
        <translation>留出一部分样本：没有验证集或测试集，就无法知道网络是不是在死记硬背。</translation>
    </message>
    <message>
        <source>Take dev and test set from one distribution, the one the network is for: this dev set differs.</source>
        <translation>验证集和测试集要来自同一分布，也就是网络将来面对的分布：现在的验证集与之不同。</translation>
    </message>
    <message>
        <source>Take a larger network, with more units or layers: this one may not be able to bend enough.</source>
        <translation>换更大的网络，增加单元或层：现在的网络可能弯曲能力不足。</translation>
    </message>
    <message>
        <source>Train longer: the cost may still be falling.</source>
        <translation>再多训练一会儿：代价可能还在下降。</translation>
    </message>
    <message>
        <source>Try a more advanced optimiser: Adam gets further in the same time.</source>
        <translation>试试更先进的优化算法：Adam 在同样时间里走得更远。</translation>
    </message>
    <message>
        <source>Regularise less: a penalty or dropout holds the network back while it does not even fit.</source>
        <translation>减弱正则化：网络连训练集都还没拟合好，却被正则化项或随机失活拖住。</translation>
    </message>
    <message>
        <source>Train on more data: what is learned by heart from few samples does not hold for many.</source>
        <translation>用更多数据训练：从少量样本中死记下来的东西，换一批样本就不成立。</translation>
    </message>
    <message>
        <source>Stop where the dev cost was lowest: later epochs only learn the noise.</source>
        <translation>在验证集代价最低处停止：之后的轮次只是在学噪声。</translation>
    </message>
    <message>
        <source>Augment the data by changes that keep the label.</source>
        <translation>用不改变标签的变换做数据增强。</translation>
    </message>
    <message>
        <source>Bias and variance are low: look at the test set once, and be done.</source>
        <translation>偏差和方差都低：看一次测试集，就可以收工了。</translation>
    </message>
    <message>
        <source>Keep the learning rate: the network stands still before it has learned.</source>
        <translation>保持学习率：网络还没学会就停住不动了。</translation>
    </message>
    <message>
        <source>Draw the initial weights at random: equal units get equal gradients and stay equal.</source>
        <translation>随机初始化权重：相同的单元得到相同的梯度，会一直相同下去。</translation>
    </message>
    <message>
        <source>Start with weights as large as the layers need: tiny ones shrink signal and gradient in each layer.</source>
        <translation>初始权重要与层的大小相称：过小的权重会在每一层缩小信号和梯度。</translation>
    </message>
    <message>
        <source>Take ReLU with He initial weights: its g′ is 1 where a unit is active, so nothing shrinks.</source>
        <translation>换成 ReLU 加 He 初始化：单元激活时 g′ 为 1，梯度不会缩小。</translation>
    </message>
    <message>
        <source>the initial weights are too large ({kind}, scale {scale})</source>
        <translation>初始权重过大（{kind}，缩放 {scale}）</translation>
    </message>
    <message>
        <source>weight decay overshoots: αλ/m = {value} is above 2; lower λ or α</source>
        <translation>权重衰减过度：αλ/m = {value}，大于 2；请减小 λ 或 α</translation>
    </message>
    <message>
        <source>the inputs reach {value} and are not normalised; switch normalisation on, or lower α</source>
        <translation>输入高达 {value} 且未归一化；请开启输入归一化，或减小 α</translation>
    </message>
    <message>
        <source>the learning rate α = {value} is too large here; try {lower}</source>
        <translation>学习率 α = {value} 在这里过大；可试 {lower}</translation>
    </message>
    <message>
        <source>Names that came twice were changed: {names}.</source>
        <translation>重复的列名已更改：{names}。</translation>
    </message>
    <message>
        <source>The file was read as {encoding}.</source>
        <translation>文件按 {encoding} 编码读取。</translation>
    </message>
    <message>
        <source>Left out, no value of {target}: {count} row[s].</source>
        <translation>略去 {count} 行：{target} 没有值。</translation>
    </message>
    <message>
        <source>{missing} missing value[s] in {columns} column[s]: a number takes the training set&apos;s mean, a category gets a column of its own.</source>
        <translation>{columns} 列中缺失 {missing} 个值：数值用训练集的均值填补，类别则另设一列。</translation>
    </message>
    <message>
        <source>Left out, more than {count} different texts: {names}.</source>
        <translation>略去，不同文本超过 {count} 种：{names}。</translation>
    </message>
    <message>
        <source>Left out, no values: {names}.</source>
        <translation>略去，没有值：{names}。</translation>
    </message>
    <message>
        <source>Numbers and texts mixed, read as categories: {names}.</source>
        <translation>数值与文本混杂，按类别读取：{names}。</translation>
    </message>
    <message>
        <source>The same in every row: {names}.</source>
        <translation>每行都相同：{names}。</translation>
    </message>
    <message>
        <source>Looks like a row number: {names}.</source>
        <translation>看起来像行号：{names}。</translation>
    </message>
    <message>
        <source>Only one class so far: paint points of another one.</source>
        <translation>目前只有一个类别：请再画另一类的点。</translation>
    </message>
    <message>
        <source>this is a directory, not a file</source>
        <translation>这是文件夹，不是文件</translation>
    </message>
    <message>
        <source>the file is larger than {count} MiB</source>
        <translation>文件大于 {count} MiB</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>reading the file is not permitted</source>
        <translation>没有读取该文件的权限</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason})</source>
        <translation>无法读取文件（{reason}）</translation>
    </message>
    <message>
        <source>this is not a text file (it contains control characters)</source>
        <translation>这不是文本文件（含有控制字符）</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>this is not text in UTF-8 or GB18030; save it as UTF-8</source>
        <translation>文本编码不是 UTF-8 或 GB18030；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>there is only one column; cells are separated by a comma, a semicolon, a tab or |</source>
        <translation>只有一列；单元格应以逗号、分号、制表符或 | 分隔</translation>
    </message>
    <message>
        <source>line {line} has {count} cell[s], the first row has {columns}</source>
        <translation>文件第 {line} 行有 {count} 个单元格，首行有 {columns} 个</translation>
    </message>
    <message>
        <source>the table cannot be read ({reason}); is a quote left open?</source>
        <translation>无法读取表格（{reason}）；是否有未闭合的引号？</translation>
    </message>
    <message>
        <source>line {line}, column {column}: {cell} is infinite or beyond ±1e38</source>
        <translation>文件第 {line} 行，列 {column}：{cell} 为无穷大或超出 ±1e38</translation>
    </message>
    <message>
        <source>line {line}, column {column}: {cell} is not a number; nearly all of the column are</source>
        <translation>文件第 {line} 行，列 {column}：{cell} 不是数值，而该列几乎全是数值</translation>
    </message>
    <message>
        <source>no points yet: paint some with a brush, or choose another data set</source>
        <translation>还没有点：请用画笔画一些，或选择其他数据集</translation>
    </message>
    <message>
        <source>Four tanh units bend the boundary into a ring; with α = 0.1 gradient descent finds it from any seed.</source>
        <translation>四个 tanh 单元就能把边界弯成一个环；α = 0.1 时，梯度下降从任何种子出发都能找到它。</translation>
    </message>
    <message>
        <source>Four ReLU units can do it, but with eight no seed gets stuck; He weights suit ReLU, and Adam is quick.</source>
        <translation>四个 ReLU 单元已经够用，但有八个时任何种子都不会卡住；He 初始化适合 ReLU，Adam 收敛快。</translation>
    </message>
    <message>
        <source>The best boundary is a straight line, so no hidden layer: logistic regression finds it in a few epochs.</source>
        <translation>最优边界就是一条直线，因此不需要隐藏层：逻辑回归几轮就能找到它。</translation>
    </message>
    <message>
        <source>Three ReLU layers fold the plane often enough with x₁ and x₂ alone; L2 and a falling α smooth it.</source>
        <translation>只用 x₁ 和 x₂，三个 ReLU 层就能把平面折叠足够多次；L2 正则化和逐渐衰减的 α 使边界平滑。</translation>
    </message>
    <message>
        <source>Eight tanh units in one layer draw the bend that is needed; Adam finds it without any tuning of α.</source>
        <translation>一层八个 tanh 单元就能画出所需的弯曲；用 Adam 无需调 α 就能找到。</translation>
    </message>
    <message>
        <source>Three classes, so three outputs with a softmax; four tanh units are plenty for straight borders.</source>
        <translation>三个类别，所以用三个输出加 softmax；边界是直线，四个 tanh 单元绰绰有余。</translation>
    </message>
    <message>
        <source>The target is a linear function of x₁ and x₂: without a hidden layer it is found exactly.</source>
        <translation>目标值是 x₁ 和 x₂ 的线性函数：不用隐藏层就能精确求出。</translation>
    </message>
    <message>
        <source>Six bumps need many bends in both directions: two layers of sixteen tanh units, and a falling α.</source>
        <translation>六个峰谷在两个方向上都需要许多弯曲：两层各十六个 tanh 单元，α 逐渐衰减。</translation>
    </message>
    <message>
        <source>Sixteen squares need three borders each way: two layers of 24 tanh units, Adam and a falling α.</source>
        <translation>十六个格子在每个方向上需要三条边界：两层各 24 个 tanh 单元，用 Adam 和逐渐衰减的 α。</translation>
    </message>
    <message>
        <source>One ReLU layer lays straight pieces along the wave, the next joins them; Adam and a falling α help.</source>
        <translation>一个 ReLU 层沿波浪铺出一段段直线，下一层把它们连接起来；Adam 和逐渐衰减的 α 有所帮助。</translation>
    </message>
    <message>
        <source>With the squares x₁² and x₂² as inputs, rings become straight strips: no hidden layer, only a softmax.</source>
        <translation>以平方项 x₁² 和 x₂² 作为输入，圆环就变成直条带：不需要隐藏层，只要一个 softmax。</translation>
    </message>
    <message>
        <source>Five bent arms: sixteen tanh units make the bends, a softmax divides the plane among five classes.</source>
        <translation>五条弯曲的旋臂：十六个 tanh 单元弯出边界，softmax 把平面分给五个类别。</translation>
    </message>
    <message>
        <source>Each of the 256 inputs comes eight times, so all are seen; sixteen tanh units can count the bits.</source>
        <translation>256 种输入各出现八次，因此每一种都见过；十六个 tanh 单元足以数清其中有几个 1。</translation>
    </message>
    <message>
        <source>Two of the three species overlap a little: a small layer with L2, as 90 flowers are soon memorised.</source>
        <translation>三个品种中有两个略有重叠：用一个小隐藏层加 L2 正则化，因为 90 朵花很快就会被死记下来。</translation>
    </message>
    <message>
        <source>Thirty measurements, many alike: logistic regression with strong L2 spreads the weight over them.</source>
        <translation>三十项测量值，许多彼此相似：逻辑回归加较强的 L2 正则化，把权重分摊到它们身上。</translation>
    </message>
    <message>
        <source>Thirty-two ReLU units read 8×8 pixels; batches of 32 train quickly, and L2 keeps the weights small.</source>
        <translation>三十二个 ReLU 单元读取 8×8 像素；批量大小取 32 训练得快，L2 正则化使权重保持较小。</translation>
    </message>
    <message>
        <source>At λ = 100 the penalty outweighs the data: the weights shrink to nothing, and all answers are the same.</source>
        <translation>λ = 100 时正则化项压过了数据：权重几乎缩小到零，所有样本的输出都相同。</translation>
    </message>
    <message>
        <source>Each of six sigmoid layers shrinks the gradient to a quarter or less: the first layers hardly learn.</source>
        <translation>六个 sigmoid 层，每一层都把梯度缩小到四分之一以下：前面的层几乎学不到东西。</translation>
    </message>
    <message>
        <source>Two wide layers without L2 memorise thirty noisy samples: these are all right, new ones often wrong.</source>
        <translation>两个很宽的层又没有 L2 正则化，把三十个带噪声的样本背了下来：这些全对，新样本却常常出错。</translation>
    </message>
    <message>
        <source>Four units give four borders, a board of sixteen squares needs six: a third of the answers are wrong.</source>
        <translation>四个单元只有四条边界，而十六格的棋盘需要六条：三分之一的答案是错的。</translation>
    </message>
    <message>
        <source>128 of 256 inputs are memorised; as one flipped bit changes the class, they say nothing about the rest.</source>
        <translation>256 种输入中有 128 种被背了下来；翻转一位类别就会改变，所以它们说明不了其余的输入。</translation>
    </message>
    <message>
        <source>At α = 3 each step overshoots the valley by more than the last, until the numbers overflow.</source>
        <translation>α = 3 时，每一步都比上一步更远地越过谷底，直到数值溢出。</translation>
    </message>
    <message>
        <source>Proline is in the hundreds, other inputs near one: in so narrow a valley 60 epochs do not get far.</source>
        <translation>脯氨酸的数值上百，其他输入接近 1：在如此狭长的山谷里，60 轮走不了多远。</translation>
    </message>
    <message>
        <source>Even the best rule is wrong on 8% here: a network that gets all fifty samples right has learned noise.</source>
        <translation>在这里，最好的规则也会错 8%：五十个样本全对的网络，学到的是噪声。</translation>
    </message>
    <message>
        <source>Weights of about 0.01 shrink the signal in each of four layers, and the gradient on its way back.</source>
        <translation>0.01 左右的权重使信号在四层中逐层缩小，反向传播的梯度也是如此。</translation>
    </message>
    <message>
        <source>With x₁ and x₂ as inputs a softmax divides the plane by straight lines, and rings are not straight.</source>
        <translation>以 x₁ 和 x₂ 为输入，softmax 只能用直线划分平面，而圆环不是直的。</translation>
    </message>
    <message>
        <source>Halved every epoch, α falls to a thousandth in ten: the network stops long before it has learned.</source>
        <translation>每轮减半，十轮后 α 只剩千分之一：网络远未学会就停住了。</translation>
    </message>
    <message>
        <source>Areas in the hundreds drive every tanh unit to ±1, where its slope is 0: all answers are the same.</source>
        <translation>上百的面积值把每个 tanh 单元推到 ±1，那里斜率为 0：所有样本的输出都相同。</translation>
    </message>
    <message>
        <source>Ninety pictures are learned without a fault, new ones often misread: more data or augmentation helps.</source>
        <translation>九十张图片全部学会，新图片却常常认错：更多的数据或数据增强会有帮助。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Inputs never seen</source>
        <translation>从未见过的输入</translation>
    </message>
    <message>
        <source>Batches of one sample</source>
        <translation>批量大小为 1</translation>
    </message>
    <message>
        <source>α decays too fast</source>
        <translation>α 衰减过快</translation>
    </message>
    <message>
        <source>Unscaled inputs to tanh</source>
        <translation>未缩放的输入</translation>
    </message>
    <message>
        <source>Regularise with an L2 penalty: small weights make a smooth function.</source>
        <translation>用 L2 正则化：权重小，函数就平滑。</translation>
    </message>
    <message>
        <source>Regularise with dropout: no unit can rely on another one being there.</source>
        <translation>用随机失活（Dropout）做正则化：任何单元都不能指望另一个单元一定在场。</translation>
    </message>
    <message>
        <source>Take tanh: layers without a nonlinearity between them are one matrix, however many there are.</source>
        <translation>换成 tanh：层与层之间没有非线性，再多的层也只是一个矩阵。</translation>
    </message>
    <message>
        <source>Normalise the inputs: sizes so different make the cost a long, narrow valley.</source>
        <translation>对输入做归一化：大小如此悬殊的输入使代价函数成为狭长的山谷。</translation>
    </message>
    <message>
        <source>Lower the learning rate: so long a step goes past what it aims at, and the cost jumps about.</source>
        <translation>降低学习率：步子太大，会越过目标，代价来回跳动。</translation>
    </message>
    <message>
        <source>Take leaky ReLU, where dead units come back, and a tenth of α: long steps threw them out of reach.</source>
        <translation>改用 Leaky ReLU，死亡单元可以恢复；并把 α 减到十分之一：是过大的步子把它们推出了范围。</translation>
    </message>
    <message>
        <source>Make Z smaller, by normalised inputs, smaller initial weights or a lower learning rate.</source>
        <translation>让 Z 变小：归一化输入、减小初始权重，或降低学习率。</translation>
    </message>
    <message>
        <source>no column is left to predict from</source>
        <translation>没有可用来预测的列</translation>
    </message>
    <message>
        <source>with its categories the table has {columns} columns; at most {high} are allowed</source>
        <translation>类别展开后表格有 {columns} 列；最多允许 {high} 列</translation>
    </message>
    <message>
        <source>{rows} rows × {columns} columns are more than the {high} numbers allowed</source>
        <translation>{rows} 行 × {columns} 列超过了允许的 {high} 个数</translation>
    </message>
    <message>
        <source>the table has {columns} columns; at most {high} are allowed</source>
        <translation>表格有 {columns} 列；最多允许 {high} 列</translation>
    </message>
    <message>
        <source>the table has a header but no rows</source>
        <translation>表格只有表头，没有数据行</translation>
    </message>
    <message>
        <source>the table has more than {rows} rows</source>
        <translation>表格超过 {rows} 行</translation>
    </message>
    <message>
        <source>target {target} is not a column; columns: {names}</source>
        <translation>没有目标列 {target}；现有的列：{names}</translation>
    </message>
    <message>
        <source>target {target} has no values</source>
        <translation>目标列 {target} 没有值</translation>
    </message>
    <message>
        <source>target {target} has more than {count} classes; choose another column</source>
        <translation>目标列 {target} 的类别超过 {count} 个；请另选一列</translation>
    </message>
    <message>
        <source>target {target} has only one class, {name}</source>
        <translation>目标列 {target} 只有一个类别：{name}</translation>
    </message>
    <message>
        <source>target {target} has only one value, {value}</source>
        <translation>目标列 {target} 只有一个值：{value}</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>{low} 到 {high} 之间的整数</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>{low} 到 {high} 之间的数</translation>
    </message>
    <message>
        <source>a number above {low} up to {high}</source>
        <translation>大于 {low} 且不超过 {high} 的数</translation>
    </message>
    <message>
        <source>at least one feature; take another in before the last one out</source>
        <translation>至少一个特征；请先启用另一个，再停用最后一个</translation>
    </message>
    <message>
        <source>at most 64 hidden layers</source>
        <translation>最多 64 个隐藏层</translation>
    </message>
    <message>
        <source>a share that holds at least one sample</source>
        <translation>至少含一个样本的比例</translation>
    </message>
    <message>
        <source>0 (off), because the dev set is empty; split 60/20/20 has one</source>
        <translation>0（关），因为验证集为空；按 60/20/20 划分就有验证集</translation>
    </message>
    <message>
        <source>0, because it is not made for pictures</source>
        <translation>0，因为它不适用于图片</translation>
    </message>
    <message>
        <source>0, because it is for points of a plane</source>
        <translation>0，因为它只适用于平面上的点</translation>
    </message>
    <message>
        <source>0, because it is for pictures</source>
        <translation>0，因为它只适用于图片</translation>
    </message>
    <message>
        <source>train/dev/test in percent that add up to 100, e.g. 60/20/20</source>
        <translation>总和为 100 的训练/验证/测试百分比，例如 60/20/20</translation>
    </message>
    <message>
        <source>0, because {kind} is measured data</source>
        <translation>0，因为 {kind} 是实测数据</translation>
    </message>
    <message>
        <source>{kind}, because the target is a number</source>
        <translation>{kind}，因为目标是数值</translation>
    </message>
    <message>
        <source>{list}, each once</source>
        <translation>{list}，各一次</translation>
    </message>
    <message>
        <source>not an experiment: {reason}</source>
        <translation>不是实验：{reason}</translation>
    </message>
    <message>
        <source>not a link of this program: {text} (a newer program wrote it)</source>
        <translation>不是本程序的链接：{text}（由更新的版本生成）</translation>
    </message>
    <message>
        <source>not a link of this program: {text} (it is not whole)</source>
        <translation>不是本程序的链接：{text}（不完整）</translation>
    </message>
    <message>
        <source>not a whole link: letters of it are missing or wrong</source>
        <translation>链接不完整：有字符缺失或错误</translation>
    </message>
    <message>
        <source>a link that begins with neural-playground:1:, an experiment&apos;s JSON, preset:NAME, or lines of path=value</source>
        <translation>以 neural-playground:1: 开头的链接、实验的 JSON、preset:名称，或若干行 路径=值</translation>
    </message>
    <message>
        <source>it is damaged, or of another version of this program</source>
        <translation>文件已损坏，或来自本程序的其他版本</translation>
    </message>
    <message>
        <source>it is damaged, or not a run kept by this program</source>
        <translation>文件已损坏，或不是本程序保存的训练</translation>
    </message>
    <message>
        <source>the kept weights are not those of this experiment on these data</source>
        <translation>保存的权重与此实验及其数据不符</translation>
    </message>
    <message>
        <source>step {step}: {tensor} of layer {layer} is not finite; likely cause: {cause}</source>
        <translation>第 {step} 步：第 {layer} 层的 {tensor} 不再有限；可能原因：{cause}</translation>
    </message>
    <message>
        <source>{field}: {found} is not allowed; allowed: {allowed}</source>
        <translation>{field}：不能是 {found}；允许的是：{allowed}</translation>
    </message>
    <message>
        <source>&apos;{file}&apos;: {problem}</source>
        <translation>“{file}”：{problem}</translation>
    </message>
    <message>
        <source>{file}: not an experiment: {reason}</source>
        <translation>{file}：不是实验文件：{reason}</translation>
    </message>
    <message>
        <source>{file}: not exported weights: {reason}</source>
        <translation>{file}：不是导出的权重：{reason}</translation>
    </message>
    <message>
        <source>there is no trained network: the data could not be prepared</source>
        <translation>没有训练好的网络：数据未能准备好</translation>
    </message>
    <message>
        <source>{list} and {count} more</source>
        <translation>{list} 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>{list} and more</source>
        <translation>{list} 等</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外侧</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>内侧</translation>
    </message>
    <message>
        <source>different signs</source>
        <translation>异号</translation>
    </message>
    <message>
        <source>same sign</source>
        <translation>同号</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>second arm</source>
        <translation>第二臂</translation>
    </message>
    <message>
        <source>first arm</source>
        <translation>第一臂</translation>
    </message>
    <message>
        <source>lower moon</source>
        <translation>下月牙</translation>
    </message>
    <message>
        <source>upper moon</source>
        <translation>上月牙</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>odd field</source>
        <translation>奇数格</translation>
    </message>
    <message>
        <source>even field</source>
        <translation>偶数格</translation>
    </message>
    <message>
        <source>below</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>above</source>
        <translation>上方</translation>
    </message>
    <message>
        <source>inner ring</source>
        <translation>内环</translation>
    </message>
    <message>
        <source>middle ring</source>
        <translation>中环</translation>
    </message>
    <message>
        <source>outer ring</source>
        <translation>外环</translation>
    </message>
    <message>
        <source>arm 1</source>
        <translation>第一臂</translation>
    </message>
    <message>
        <source>arm 2</source>
        <translation>第二臂</translation>
    </message>
    <message>
        <source>arm 3</source>
        <translation>第三臂</translation>
    </message>
    <message>
        <source>arm 4</source>
        <translation>第四臂</translation>
    </message>
    <message>
        <source>arm 5</source>
        <translation>第五臂</translation>
    </message>
    <message>
        <source>even</source>
        <translation>偶</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>奇</translation>
    </message>
    <message>
        <source>class 1</source>
        <translation>第 1 类</translation>
    </message>
    <message>
        <source>class 2</source>
        <translation>第 2 类</translation>
    </message>
    <message>
        <source>class 3</source>
        <translation>第 3 类</translation>
    </message>
    <message>
        <source>class 4</source>
        <translation>第 4 类</translation>
    </message>
    <message>
        <source>class 5</source>
        <translation>第 5 类</translation>
    </message>
    <message>
        <source>class 6</source>
        <translation>第 6 类</translation>
    </message>
    <message>
        <source>class 7</source>
        <translation>第 7 类</translation>
    </message>
    <message>
        <source>class 8</source>
        <translation>第 8 类</translation>
    </message>
    <message>
        <source>class 9</source>
        <translation>第 9 类</translation>
    </message>
    <message>
        <source>setosa</source>
        <translation>山鸢尾</translation>
    </message>
    <message>
        <source>versicolor</source>
        <translation>变色鸢尾</translation>
    </message>
    <message>
        <source>virginica</source>
        <translation>维吉尼亚鸢尾</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>恶性</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>良性</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>NumPy archive</source>
        <translation>NumPy 归档</translation>
    </message>
    <message>
        <source>Export weights</source>
        <translation>导出权重</translation>
    </message>
    <message>
        <source>Weights exported</source>
        <translation>权重已导出</translation>
    </message>
    <message>
        <source>The weights cannot be exported</source>
        <translation>无法导出权重</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Picture saved</source>
        <translation>图片已保存</translation>
    </message>
    <message>
        <source>The picture cannot be written</source>
        <translation>无法写入图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>矢量图</translation>
    </message>
    <message>
        <source>Samples with predictions</source>
        <translation>样本及预测</translation>
    </message>
    <message>
        <source>Save picture or points</source>
        <translation>保存图片或数据点</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>无法写入文件</translation>
    </message>
</context>
<context>
    <name>FieldSlider</name>
    <message>
        <source>all (%1)</source>
        <translation>全部（%1）</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How many samples there are in all, before they are split.</source>
        <translation>划分之前的样本总数。</translation>
    </message>
    <message>
        <source>Inputs n</source>
        <translation>输入位数 n</translation>
    </message>
    <message>
        <source>This many bits b₁ … bₙ make 2ⁿ different inputs; the class is the parity of their sum.</source>
        <translation>二进制位 b₁ … bₙ 的个数，共有 2ⁿ 种不同的输入；类别是各位之和的奇偶。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>How far the samples stray from the rule they are made by.</source>
        <translation>样本偏离其生成规则的程度。</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>The same seed draws the same samples and splits them alike.</source>
        <translation>相同的种子抽取相同的样本，划分也相同。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Shares of train / dev / test in percent. They always add up to 100.</source>
        <translation>训练集/验证集/测试集的百分比，总和始终为 100。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>The share that W and b are fitted to: m in J = 1/m Σ L(ŷ, y) counts only these.</source>
        <translation>用来拟合 W 和 b 的部分：J = 1/m Σ L(ŷ, y) 中的 m 只计这些样本。</translation>
    </message>
    <message>
        <source>Dev</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>The share to compare settings on. What remains is the test set.</source>
        <translation>用来比较各种设置的部分。余下的为测试集。</translation>
    </message>
    <message>
        <source>Normalise inputs</source>
        <translation>输入归一化</translation>
    </message>
    <message>
        <source>x := (x − μ)/σ, with μ and σ of the training set, applied to all sets.</source>
        <translation>x := (x − μ)/σ，μ 与 σ 取自训练集，用于所有集合。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Rows of W and b of this layer. Units that stay keep their weights.</source>
        <translation>本层 W 和 b 的行数。留下的单元保留其权重。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>g in A = g(Z) of this layer.</source>
        <translation>本层 A = g(Z) 中的 g。</translation>
    </message>
    <message>
        <source>Slope γ</source>
        <translation>斜率 γ</translation>
    </message>
    <message>
        <source>γ in a = max(γz, z): how steep leaky ReLU is below zero.</source>
        <translation>a = max(γz, z) 中的 γ：Leaky ReLU 在零以下的斜率。</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>What this layer&apos;s first W is drawn from.</source>
        <translation>本层初始 W 所服从的分布。</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Before g: z := γ(z − μ)/√(σ² + ε) + β, with μ and σ of the batch.</source>
        <translation>在 g 之前：z := γ(z − μ)/√(σ² + ε) + β，μ 与 σ 取自当前小批量。</translation>
    </message>
    <message>
        <source>Dropout: keep</source>
        <translation>随机失活：保留率</translation>
    </message>
    <message>
        <source>Each unit stays with this probability, and a := a/keep. 1 is no dropout.</source>
        <translation>随机失活（Dropout）：每个单元以此概率保留，且 a := a/保留率。取 1 即不失活。</translation>
    </message>
    <message>
        <source>What the first W of every layer is drawn from.</source>
        <translation>各层初始 W 所服从的分布。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>The first W is multiplied by this.</source>
        <translation>初始 W 再乘以此值。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>L(ŷ, y), whose mean over the samples is the cost J.</source>
        <translation>L(ŷ, y)，其对样本的平均即代价 J。</translation>
    </message>
    <message>
        <source>L1 penalty λ₁</source>
        <translation>L1 正则化 λ₁</translation>
    </message>
    <message>
        <source>J += λ₁/2m Σ|w|: draws weights to exactly zero. Never on b.</source>
        <translation>J += λ₁/2m Σ|w|：使部分权重恰好为零。不作用于 b。</translation>
    </message>
    <message>
        <source>L2 penalty λ</source>
        <translation>L2 正则化 λ</translation>
    </message>
    <message>
        <source>J += λ/2m Σ‖W‖², so W := (1 − αλ/m)W − α dW: weights shrink. Never on b.</source>
        <translation>J += λ/2m Σ‖W‖²，于是 W := (1 − αλ/m)W − α dW：即权重衰减。不作用于 b。</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How a gradient dW becomes a step of W.</source>
        <translation>梯度 dW 如何变为 W 的一步更新。</translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation>学习率 α</translation>
    </message>
    <message>
        <source>W := W − α dW: how long each step is. Too large and the cost grows.</source>
        <translation>W := W − α dW：每一步的步长。过大则代价上升。</translation>
    </message>
    <message>
        <source>Momentum β</source>
        <translation>动量 β</translation>
    </message>
    <message>
        <source>v := βv + (1−β)dW: an average over about 1/(1−β) gradients.</source>
        <translation>v := βv + (1−β)dW：约为最近 1/(1−β) 个梯度的平均。</translation>
    </message>
    <message>
        <source>Average of squares β</source>
        <translation>梯度平方的平均 β</translation>
    </message>
    <message>
        <source>S := βS + (1−β)dW²: an average over about 1/(1−β) squared gradients.</source>
        <translation>S := βS + (1−β)dW²：约为最近 1/(1−β) 个梯度平方的平均。</translation>
    </message>
    <message>
        <source>Average of gradients β₁</source>
        <translation>梯度的平均 β₁</translation>
    </message>
    <message>
        <source>v := β₁v + (1−β₁)dW: an average over about 1/(1−β₁) gradients.</source>
        <translation>v := β₁v + (1−β₁)dW：约为最近 1/(1−β₁) 个梯度的平均。</translation>
    </message>
    <message>
        <source>Average of squares β₂</source>
        <translation>梯度平方的平均 β₂</translation>
    </message>
    <message>
        <source>S := β₂S + (1−β₂)dW²: an average over about 1/(1−β₂) squared gradients.</source>
        <translation>S := β₂S + (1−β₂)dW²：约为最近 1/(1−β₂) 个梯度平方的平均。</translation>
    </message>
    <message>
        <source>Smallest divisor ε</source>
        <translation>最小分母 ε</translation>
    </message>
    <message>
        <source>W := W − α v/(√S + ε): keeps a step finite where the gradients have been tiny.</source>
        <translation>W := W − α v/(√S + ε)：梯度一直很小时，使步长保持有限。</translation>
    </message>
    <message>
        <source>Decay of α</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>How the learning rate falls with the epochs.</source>
        <translation>学习率如何随轮次下降。</translation>
    </message>
    <message>
        <source>Decay d</source>
        <translation>衰减率 d</translation>
    </message>
    <message>
        <source>d in the formula above: how fast α falls.</source>
        <translation>上式中的 d：α 下降的快慢。</translation>
    </message>
    <message>
        <source>Training ends when the dev cost has not fallen for this many epochs; the best weights return. 0: never.</source>
        <translation>验证集代价连续这么多轮没有下降时，训练结束并恢复最佳权重。0：从不停止。</translation>
    </message>
    <message>
        <source>Adds a random step to each feature, this many of its standard deviations.</source>
        <translation>给每个特征加上随机偏移，大小以其标准差为单位。</translation>
    </message>
    <message>
        <source>Multiplies each training point by a factor from 1/(1 + this) to 1 + this.</source>
        <translation>把每个训练点乘以 1/(1 + 该值) 到 1 + 该值 之间的系数。</translation>
    </message>
    <message>
        <source>Shifts each training picture by up to this many pixels along each axis.</source>
        <translation>把每张训练图片沿两个方向平移，至多这么多像素。</translation>
    </message>
    <message>
        <source>Period in epochs</source>
        <translation>周期（轮）</translation>
    </message>
    <message>
        <source>Epochs between two drops of a step decay, or until a cosine has come to zero.</source>
        <translation>阶梯衰减两次下降之间的轮数，或余弦降到零所需的轮数。</translation>
    </message>
    <message>
        <source>Warm-up in epochs</source>
        <translation>预热（轮）</translation>
    </message>
    <message>
        <source>Epochs in which α rises to its full value, before any decay.</source>
        <translation>衰减开始之前，α 升至全值所用的轮数。</translation>
    </message>
    <message>
        <source>Patience in epochs</source>
        <translation>耐心值（轮）</translation>
    </message>
    <message>
        <source>Least fall of the cost</source>
        <translation>最小下降量</translation>
    </message>
    <message>
        <source>By how much the dev cost must fall to count as lower than the lowest so far.</source>
        <translation>验证集代价至少下降多少，才算低于目前的最低值。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turns each training point around the origin, by up to this angle.</source>
        <translation>把每个训练点绕原点旋转，至多这么大的角度。</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Changes the sign of the first coordinate of this share of the training points.</source>
        <translation>把这一比例的训练点的第一个坐标变号。</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Turns each training picture around its middle, by up to this angle.</source>
        <translation>把每张训练图片绕中心旋转，至多这么大的角度。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cuts off up to this share of height and width and stretches the rest.</source>
        <translation>裁去高和宽的至多这一比例，其余拉伸回原大小。</translation>
    </message>
    <message>
        <source>Exchanges left and right of this share of the training pictures.</source>
        <translation>把这一比例的训练图片左右对调。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>How many samples dW is the mean of. One step per batch, every batch once an epoch.</source>
        <translation>dW 是多少个样本的平均。每个小批量更新一步，每一轮用遍所有小批量。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>How long “playground train” goes on; in this window play and pause decide.</source>
        <translation>“playground train” 训练多少轮；在本窗口中由播放与暂停决定。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>How many bits each number has: float32 is faster, float64 rounds far less.</source>
        <translation>每个数用多少位：float32 更快，float64 的舍入误差小得多。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>What x is made of: each input that is taken in is a row of X and a column of W¹.</source>
        <translation>x 由什么组成：每个选用的输入是 X 的一行、W¹ 的一列。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same initial weights, batches and dropout again.</source>
        <translation>种子相同，则初始权重、小批量与随机失活都相同。</translation>
    </message>
    <message>
        <source>Changes nothing in the training.</source>
        <translation>不影响训练。</translation>
    </message>
    <message>
        <source>Acts at once; the training goes on.</source>
        <translation>立即生效，训练继续。</translation>
    </message>
    <message>
        <source>Acts at once; the training goes on with the weights that can be kept.</source>
        <translation>立即生效，保留可保留的权重继续训练。</translation>
    </message>
    <message>
        <source>Acts at once; the training goes on with the weights it has.</source>
        <translation>立即生效，用现有的权重继续训练。</translation>
    </message>
    <message>
        <source>Starts the training again, from the same seed.</source>
        <translation>以相同的种子重新开始训练。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>文件或文件夹不存在。</translation>
    </message>
    <message>
        <source>There is a file where a folder should be.</source>
        <translation>此处应为文件夹，却是文件。</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>It is protected: this program may not read or write there.</source>
        <translation>没有权限：本程序不能在此处读写。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>文件名过长。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The file cannot be opened</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>One file at a time</source>
        <translation>请一次只打开一个文件</translation>
    </message>
    <message>
        <source>{count} were dropped here; nothing was opened.</source>
        <translation>拖入了 {count} 个文件，均未打开。</translation>
    </message>
    <message>
        <source>Another program has changed {name}</source>
        <translation>{name} 已被其他程序修改</translation>
    </message>
    <message>
        <source>This window still holds what it held before.</source>
        <translation>本窗口中的内容保持不变。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Experiments, tables, weights</source>
        <translation>实验、表格、权重</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not saved: another program has changed {name}</source>
        <translation>未保存：{name} 已被其他程序修改</translation>
    </message>
    <message>
        <source>Save as… keeps both.</source>
        <translation>使用“另存为…”可保留两者。</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>The experiment cannot be saved</source>
        <translation>无法保存实验</translation>
    </message>
</context>
<context>
    <name>GalleryGrid</name>
    <message>
        <source>“{0}”, recognised</source>
        <translation>“{0}”，识别正确</translation>
    </message>
    <message>
        <source>“{0}”, taken for “{1}”</source>
        <translation>“{0}”，误判为“{1}”</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>These data are not pictures.</source>
        <translation>当前数据不是图像。</translation>
    </message>
    <message>
        <source>{0} wrong of {1}</source>
        <translation>错误 {0}/{1}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Pictures, the wrongly recognised ones first</source>
        <translation>图像，识别错误的在前</translation>
    </message>
</context>
<context>
    <name>HeadStrip</name>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count}/{all}</translation>
    </message>
    <message>
        <source>Click an input to take it in or out</source>
        <translation>点击某个输入可启用或停用它</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} 像素</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} 个特征</translation>
    </message>
    <message>
        <source>The probability of each class</source>
        <translation>各类别的概率</translation>
    </message>
    <message>
        <source>The probability of the second class</source>
        <translation>第二类的概率</translation>
    </message>
    <message>
        <source>The predicted value</source>
        <translation>预测值</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Too many windows of this program are open.</source>
        <translation>本程序打开的窗口过多。</translation>
    </message>
    <message>
        <source>There are unsaved changes, and the session cannot be kept</source>
        <translation>有未保存的更改，且无法保留本次会话</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>The last session cannot be read; what is broken was put aside</source>
        <translation>无法读取上次的会话；损坏的文件已移到一旁</translation>
    </message>
    <message>
        <source>This window is not kept for the next start</source>
        <translation>此窗口的内容不会保留到下次启动</translation>
    </message>
    <message>
        <source>A second window</source>
        <translation>另一个窗口</translation>
    </message>
    <message>
        <source>It is kept apart from the first, and comes back when two are open again.</source>
        <translation>它的会话单独保留，再次打开两个窗口时会恢复。</translation>
    </message>
    <message>
        <source>The session cannot be kept for the next start</source>
        <translation>无法保存会话以供下次启动</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>In the network&apos;s picture</source>
        <translation>网络图中</translation>
    </message>
    <message>
        <source>On the decision surface</source>
        <translation>决策面上</translation>
    </message>
    <message>
        <source>In the curves</source>
        <translation>曲线中</translation>
    </message>
    <message>
        <source>On a slider</source>
        <translation>滑块上</translation>
    </message>
    <message>
        <source>From unit to unit</source>
        <translation>在单元间移动</translation>
    </message>
    <message>
        <source>Through a unit&apos;s bias and weights</source>
        <translation>逐个看单元的偏置和权重</translation>
    </message>
    <message>
        <source>Change what is there</source>
        <translation>更改所选之处</translation>
    </message>
    <message>
        <source>Read values</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>Shift it</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Larger, smaller, whole</source>
        <translation>放大、缩小、全貌</translation>
    </message>
    <message>
        <source>From epoch to epoch</source>
        <translation>逐轮移动</translation>
    </message>
    <message>
        <source>Ten epochs</source>
        <translation>移动十轮</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>第一轮与最后一轮</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>A large step</source>
        <translation>一大步</translation>
    </message>
    <message>
        <source>Smallest and largest</source>
        <translation>最小与最大</translation>
    </message>
</context>
<context>
    <name>LayerControls</name>
    <message>
        <source>Layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <source>Click for g, the activation, dropout and batch norm, and to insert or remove a layer</source>
        <translation>点击可选择激活函数 g，设置随机失活与批归一化，以及插入或删除层</translation>
    </message>
    <message>
        <source>Remove a unit from layer {number}</source>
        <translation>第 {number} 层减少一个单元</translation>
    </message>
    <message>
        <source>Add a unit to layer {number}</source>
        <translation>第 {number} 层增加一个单元</translation>
    </message>
    <message>
        <source>keep {share}</source>
        <translation>保留 {share}</translation>
    </message>
    <message>
        <source>Dropout: each unit stays with probability {share}</source>
        <translation>随机失活：每个单元以概率 {share} 保留</translation>
    </message>
    <message>
        <source>Batch norm before g</source>
        <translation>在 g 之前做批归一化</translation>
    </message>
</context>
<context>
    <name>LayerDetails</name>
    <message>
        <source>Network&apos;s</source>
        <translation>与网络相同</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>No hidden layer: a logistic or linear regression.</source>
        <translation>没有隐藏层：即逻辑回归或线性回归。</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>One more hidden layer before the output, like the last one</source>
        <translation>在输出层之前再加一个隐藏层，与最后一层相同</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Dropout, batch norm, initial weights…</source>
        <translation>随机失活、批归一化、初始权重…</translation>
    </message>
    <message>
        <source>Insert a layer before</source>
        <translation>在前面插入一层</translation>
    </message>
    <message>
        <source>Insert a layer after</source>
        <translation>在后面插入一层</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>删除此层</translation>
    </message>
</context>
<context>
    <name>LayerPopup</name>
    <message>
        <source>Layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Dropout, batch norm and more of this layer</source>
        <translation>本层的随机失活、批归一化等</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Remove layer %1</source>
        <translation>删除第 %1 层</translation>
    </message>
</context>
<context>
    <name>LessonChoice</name>
    <message>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <source>Shallow networks</source>
        <translation>浅层神经网络</translation>
    </message>
    <message>
        <source>Deep networks</source>
        <translation>深层神经网络</translation>
    </message>
    <message>
        <source>Setting up and regularising</source>
        <translation>数据划分与正则化</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>优化算法</translation>
    </message>
    <message>
        <source>Tuning, batch norm, softmax</source>
        <translation>超参数调试、批归一化与 Softmax</translation>
    </message>
</context>
<context>
    <name>LessonFigures</name>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>结论要求</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Previous lesson</source>
        <translation>上一课</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>The lessons, in the order of the course notes</source>
        <translation>各课，按课程笔记的顺序</translation>
    </message>
    <message>
        <source>Run what this lesson claims, from many seeds, and show what was measured</source>
        <translation>实际运行本课的结论（使用多个随机种子），并显示测得的数值</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在验证…</translation>
    </message>
    <message>
        <source>Check the claim</source>
        <translation>验证结论</translation>
    </message>
</context>
<context>
    <name>LogSwitch</name>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>Logarithmic axis: equal steps are equal ratios; zeros stand at its foot</source>
        <translation>对数坐标轴：相等的间隔表示相等的比例；零画在轴的底端</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Menu: everything this program can do</source>
        <translation>菜单：本程序的全部功能</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hidden in class mode</source>
        <translation>课堂模式下已隐藏</translation>
    </message>
    <message>
        <source>The lessons stand in a card that is not shown here.</source>
        <translation>课程所在的卡片在这里不显示。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Neural Playground</source>
        <translation>神经网络游乐场</translation>
    </message>
</context>
<context>
    <name>MoreOfTraining</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>NetworkCanvas</name>
    <message>
        <source>Picture of the network</source>
        <translation>网络结构图</translation>
    </message>
    <message>
        <source>Arrow keys: units. Page Up and Page Down: a unit&apos;s bias and weights. Enter: change.</source>
        <translation>方向键：在单元间移动。Page Up 和 Page Down：单元的偏置与权重。Enter：修改。</translation>
    </message>
    <message>
        <source>{count} weights of {unit}, root mean square {value}</source>
        <translation>{unit} 的 {count} 个权重，均方根 {value}</translation>
    </message>
    <message>
        <source>The wheel or a click brings the others</source>
        <translation>滚轮或点击查看其余单元</translation>
    </message>
    <message>
        <source>{weight}, frozen</source>
        <translation>{weight}，已冻结</translation>
    </message>
    <message>
        <source>{height} × {width} pixels, one input each</source>
        <translation>{height} × {width} 像素，每个像素一个输入</translation>
    </message>
    <message>
        <source>{name}: click to take it out</source>
        <translation>{name}：点击停用</translation>
    </message>
    <message>
        <source>{name}: click to take it in</source>
        <translation>{name}：点击启用</translation>
    </message>
    <message>
        <source>predicted value</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>probability of {name}</source>
        <translation>{name} 的概率</translation>
    </message>
    <message>
        <source>dropped for the first sample of the newest batch</source>
        <translation>对最新小批量的第一个样本随机失活</translation>
    </message>
    <message>
        <source>its weights, pixel by pixel</source>
        <translation>它对每个像素的权重</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} 个输入</translation>
    </message>
    <message>
        <source>layer {number}: {count} units, {activation}</source>
        <translation>第 {number} 层：{count} 个单元，{activation}</translation>
    </message>
    <message>
        <source>{count} outputs</source>
        <translation>{count} 个输出</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{first}–{last} of {all}</source>
        <translation>{first}–{last} / {all}</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Hidden layers: {count}</source>
        <translation>隐藏层：{count}</translation>
    </message>
    <message>
        <source>Remove the last hidden layer</source>
        <translation>删除最后一个隐藏层</translation>
    </message>
    <message>
        <source>Add a hidden layer before the output</source>
        <translation>在输出层之前添加隐藏层</translation>
    </message>
    <message>
        <source>Edges: width is a weight&apos;s size, colour its sign. Dots: biases.</source>
        <translation>连线：粗细为权重大小，颜色为正负。圆点：偏置。</translation>
    </message>
</context>
<context>
    <name>PaintBar</name>
    <message>
        <source>Look only</source>
        <translation>只查看</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>Move a point</source>
        <translation>移动点</translation>
    </message>
    <message>
        <source>Remove all points: begin with an empty plane</source>
        <translation>清除所有点：从空白平面开始</translation>
    </message>
</context>
<context>
    <name>PaintControl</name>
    <message>
        <source>Paints on a copy; undo brings the set back.</source>
        <translation>在副本上作画；撤销即可恢复原数据集。</translation>
    </message>
    <message>
        <source>Only points in the plane can be painted.</source>
        <translation>只能画平面上的点。</translation>
    </message>
    <message>
        <source>No points yet: choose a brush and paint.</source>
        <translation>还没有点：选一支画笔开始画。</translation>
    </message>
    <message>
        <source>Only one class so far: paint another one.</source>
        <translation>目前只有一个类别：再画另一类。</translation>
    </message>
    <message>
        <source>{0} points are the most there may be.</source>
        <translation>最多只能有 {0} 个点。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Recent file</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>PlaneChoice</name>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Feature of the x axis</source>
        <translation>横轴所用的特征</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>Feature of the y axis</source>
        <translation>纵轴所用的特征</translation>
    </message>
    <message>
        <source>Principal plane</source>
        <translation>主成分平面</translation>
    </message>
    <message>
        <source>others at their mean</source>
        <translation>其余取均值</translation>
    </message>
    <message>
        <source>Show the plane in which the training set spreads most, in place of two features</source>
        <translation>不用两个特征，而显示训练集最为分散的平面</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>PresetChoice</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Experiments that train well as they are, and ones that fail and show why</source>
        <translation>直接就能训练好的实验，以及会失败并说明原因的实验</translation>
    </message>
</context>
<context>
    <name>PresetSheet</name>
    <message>
        <source>Trains well</source>
        <translation>效果好的</translation>
    </message>
    <message>
        <source>Fails, and shows why</source>
        <translation>失败的，并说明原因</translation>
    </message>
    <message>
        <source>Each is a new experiment; undo brings yours back.</source>
        <translation>每个都是一个新实验；撤销可回到你原来的实验。</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>{0}: {1}. A click makes it the target.</source>
        <translation>{0}：{1}。点击将其设为目标。</translation>
    </message>
</context>
<context>
    <name>RegressionPlot</name>
    <message>
        <source>true</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>Predicted against true values</source>
        <translation>预测值与真实值</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>√MSE</source>
        <translation>均方根误差</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Figures of the sets</source>
        <translation>各集合的指标</translation>
    </message>
    <message>
        <source>Confusion matrix; the arrow keys move through its cells</source>
        <translation>混淆矩阵；用方向键在单元格间移动</translation>
    </message>
    <message>
        <source>Most frequent confusions</source>
        <translation>最常见的混淆</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Hold 20% back</source>
        <translation>留出 20%</translation>
    </message>
    <message>
        <source>Larger network</source>
        <translation>更大的网络</translation>
    </message>
    <message>
        <source>Take Adam</source>
        <translation>改用 Adam</translation>
    </message>
    <message>
        <source>No regularisation</source>
        <translation>取消正则化</translation>
    </message>
    <message>
        <source>Four times the samples</source>
        <translation>样本增至四倍</translation>
    </message>
    <message>
        <source>Larger λ</source>
        <translation>增大 λ</translation>
    </message>
    <message>
        <source>Keep half the units</source>
        <translation>保留一半单元</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Take tanh</source>
        <translation>改用 tanh</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化输入</translation>
    </message>
    <message>
        <source>Constant α</source>
        <translation>α 保持不变</translation>
    </message>
    <message>
        <source>A tenth of α</source>
        <translation>α 减到十分之一</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>随机初始化</translation>
    </message>
    <message>
        <source>Larger weights</source>
        <translation>增大初始权重</translation>
    </message>
    <message>
        <source>Leaky ReLU, α/10</source>
        <translation>Leaky ReLU，α/10</translation>
    </message>
    <message>
        <source>Make Z smaller</source>
        <translation>让 Z 变小</translation>
    </message>
    <message>
        <source>ReLU with He</source>
        <translation>ReLU 加 He</translation>
    </message>
    <message>
        <source>Train error {train}; there is no dev or test set to compare it with.</source>
        <translation>训练误差 {train}；没有验证集或测试集可以比较。</translation>
    </message>
    <message>
        <source>Still learning: train error {train}, and the cost is falling.</source>
        <translation>还在学习：训练误差 {train}，代价仍在下降。</translation>
    </message>
    <message>
        <source>High bias: train error {train}, where {least} is attainable.</source>
        <translation>高偏差：训练误差 {train}，而可达到的误差是 {least}。</translation>
    </message>
    <message>
        <source>High bias: train error {train}. The least attainable is not known here; it is taken as 0.</source>
        <translation>高偏差：训练误差 {train}。这里不知道可达到的最小误差，按 0 计。</translation>
    </message>
    <message>
        <source>High variance: {set} error {other} against train error {train}.</source>
        <translation>高方差：{set}误差 {other}，而训练误差 {train}。</translation>
    </message>
    <message>
        <source>Train error {train}, {set} error {other}: so few samples cannot tell that from chance.</source>
        <translation>训练误差 {train}，{set}误差 {other}：样本太少，分不清这是不是偶然。</translation>
    </message>
    <message>
        <source>Bias and variance are low: train error {train}, {set} error {other}.</source>
        <translation>偏差和方差都低：训练误差 {train}，{set}误差 {other}。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: without a nonlinearity the network can only draw straight lines.</source>
        <translation>高偏差，训练误差 {train}：没有非线性，网络只能画出直线。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: the weights are so small that no signal comes through.</source>
        <translation>高偏差，训练误差 {train}：权重太小，信号传不过去。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: one input spreads {times} times as far as another.</source>
        <translation>高偏差，训练误差 {train}：各输入的分散程度相差 {times} 倍。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: α has fallen to {share} of its start.</source>
        <translation>高偏差，训练误差 {train}：α 已降到初值的 {share}。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: the cost has been lower, but does not stay there.</source>
        <translation>高偏差，训练误差 {train}：代价曾经更低，但停不住。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: all weights of layer {layer} are zero, no gradient reaches them.</source>
        <translation>高偏差，训练误差 {train}：第 {layer} 层的权重全为零，梯度传不到它们。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: {share} of the units of layer {layer} are dead, 0 for every sample.</source>
        <translation>高偏差，训练误差 {train}：第 {layer} 层有 {share} 的单元已失活，对每个样本都输出 0。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: {share} of layer {layer} is saturated, where g is flat.</source>
        <translation>高偏差，训练误差 {train}：第 {layer} 层有 {share} 的激活值已饱和，落在 g 平坦的部分。</translation>
    </message>
    <message>
        <source>High bias, train error {train}: in layer {layer} dW is only {share} of the largest; it hardly learns.</source>
        <translation>高偏差，训练误差 {train}：第 {layer} 层的 dW 只有最大层的 {share}，几乎学不动。</translation>
    </message>
    <message>
        <source>Lower λ to {0}</source>
        <translation>把 λ 减小到 {0}</translation>
    </message>
    <message>
        <source>Initial scale {0}</source>
        <translation>初始缩放设为 {0}</translation>
    </message>
    <message>
        <source>Lower α to {0}</source>
        <translation>把 α 减小到 {0}</translation>
    </message>
</context>
<context>
    <name>ReviewBox</name>
    <message>
        <source>Then it starts again, from the same seed.</source>
        <translation>然后从同一个种子重新开始。</translation>
    </message>
</context>
<context>
    <name>RunFigures</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Epochs finished: every batch once</source>
        <translation>已完成的轮数：每轮用遍所有小批量</translation>
    </message>
    <message>
        <source>Cost, train</source>
        <translation>训练代价</translation>
    </message>
    <message>
        <source>J of the training set, penalty included</source>
        <translation>训练集的 J，包含正则化项</translation>
    </message>
    <message>
        <source>Error, dev</source>
        <translation>验证误差</translation>
    </message>
    <message>
        <source>Error, test</source>
        <translation>测试误差</translation>
    </message>
    <message>
        <source>Accuracy, dev</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Accuracy, test</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Error, train</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>Accuracy, train</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>On the dev set, which is not trained on: the set to compare settings on</source>
        <translation>验证集上的结果：不参与训练，用来比较各种设置</translation>
    </message>
    <message>
        <source>On the test set, which is not trained on</source>
        <translation>测试集上的结果：不参与训练</translation>
    </message>
    <message>
        <source>On the samples that are trained on</source>
        <translation>参与训练的样本上的结果</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>init</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保留率</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>init scale</source>
        <translation>初始缩放</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>耐心值</translation>
    </message>
    <message>
        <source>least fall</source>
        <translation>最小下降量</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>small random</source>
        <translation>小随机数</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>same settings</source>
        <translation>设置相同</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Show “%1”</source>
        <translation>展开“%1”</translation>
    </message>
    <message>
        <source>Fold “%1” away</source>
        <translation>收起“%1”</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>New random weights: the next seed</source>
        <translation>换一组随机权重：种子加一</translation>
    </message>
    <message>
        <source>Other samples by the same rule: the next seed</source>
        <translation>按同样的规则换一批样本：种子加一</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to %1.</source>
        <translation>请输入 0 到 %1 之间的整数。</translation>
    </message>
</context>
<context>
    <name>SetChoice</name>
    <message>
        <source>Set</source>
        <translation>集合</translation>
    </message>
</context>
<context>
    <name>SetToggle</name>
    <message>
        <source>Curve of {0}</source>
        <translation>{0}曲线</translation>
    </message>
    <message>
        <source>Show or hide the curve of this set</source>
        <translation>显示或隐藏该集合的曲线</translation>
    </message>
</context>
<context>
    <name>Sets</name>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>The link to this experiment is copied</source>
        <translation>已复制实验链接</translation>
    </message>
    <message>
        <source>The experiment is copied as JSON</source>
        <translation>已以 JSON 格式复制实验</translation>
    </message>
    <message>
        <source>It names the table {path}, but does not hold it: send the file too.</source>
        <translation>其中只有表格 {path} 的路径，不含表格内容：请一并发送该文件。</translation>
    </message>
    <message>
        <source>This text holds no experiment</source>
        <translation>这段文本中没有实验</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>SignButton</name>
    <message>
        <source>Locked in class mode</source>
        <translation>已在课堂模式中锁定</translation>
    </message>
</context>
<context>
    <name>SizeButton</name>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Size of brush and eraser: {0}</source>
        <translation>画笔和橡皮的大小：{0}</translation>
    </message>
</context>
<context>
    <name>SplitControl</name>
    <message>
        <source>Own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Test: the remaining %1%</source>
        <translation>测试集：余下的 %1%</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>已早停</translation>
    </message>
    <message>
        <source>Stopped: training diverged</source>
        <translation>已停止：训练发散</translation>
    </message>
    <message>
        <source>Stopped: something went wrong</source>
        <translation>已停止：出现错误</translation>
    </message>
    <message>
        <source>Press play or Space. Each step sends {0} samples forward, carries the error back, and moves every weight a little.</source>
        <translation>按播放按钮或空格键开始。每一步（样本数：{0}）先前向传播，再反向传播误差，并把每个权重移动一点。</translation>
    </message>
    <message>
        <source>all training</source>
        <translation>全部训练样本</translation>
    </message>
    <message>
        <source>Epoch {0}, batch {1} of {2}; {3} steps a second.</source>
        <translation>第 {0} 轮，第 {1}/{2} 批；每秒 {3} 步。</translation>
    </message>
    <message>
        <source>After epoch {0} the dev cost had not fallen for {1} epochs. The weights are those of epoch {2}, its lowest; play trains on from there.</source>
        <translation>到第 {0} 轮，验证集代价已有 {1} 轮没有下降。现在的权重取自代价最低的第 {2} 轮；按播放键从那里继续训练。</translation>
    </message>
    <message>
        <source>Steps done: {0}. Epochs finished: {1}.</source>
        <translation>已完成 {0} 步，{1} 轮。</translation>
    </message>
    <message>
        <source>Step {0}, layer {1}: numbers are no longer finite. Likely: {2}.</source>
        <translation>第 {0} 步，第 {1} 层：数值不再有限。可能原因：{2}。</translation>
    </message>
    <message>
        <source>Step {0}: {1}.</source>
        <translation>第 {0} 步：{1}。</translation>
    </message>
    <message>
        <source>Change the data or a setting: that begins a new run.</source>
        <translation>更改数据或某项设置，即可开始新的训练。</translation>
    </message>
    <message>
        <source>Lower the learning rate, to {0} say.</source>
        <translation>请减小学习率，例如 {0}。</translation>
    </message>
    <message>
        <source>Switch the normalisation of the inputs on.</source>
        <translation>请开启输入归一化。</translation>
    </message>
    <message>
        <source>Begin with smaller weights: He or Xavier, at scale 1.</source>
        <translation>请使用较小的初始权重：He 或 Xavier，缩放为 1。</translation>
    </message>
    <message>
        <source>Then reset. Until then the last finite weights are kept.</source>
        <translation>然后重置。在此之前，保留最后一组有限的权重。</translation>
    </message>
</context>
<context>
    <name>StatusView</name>
    <message>
        <source>What happens now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>How a gradient becomes a step</source>
        <translation>梯度如何变为一步更新</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>{step}: {what}</source>
        <translation>{step}：{what}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>默认</translation>
    </message>
</context>
<context>
    <name>StoryCard</name>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>What happens now, in words</source>
        <translation>用文字说明当前状态</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Figures and the confusion matrix</source>
        <translation>指标与混淆矩阵</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>The images, wrong ones first</source>
        <translation>图像，识别错误的在前</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>The course notes, with experiments to try</source>
        <translation>课程笔记，附可以一试的实验</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>There is something to try.</source>
        <translation>有一个可以尝试的改动。</translation>
    </message>
</context>
<context>
    <name>SurfaceCanvas</name>
    <message>
        <source>Show the whole range</source>
        <translation>显示全部范围</translation>
    </message>
    <message>
        <source>1st principal component</source>
        <translation>第一主成分</translation>
    </message>
    <message>
        <source>2nd principal component</source>
        <translation>第二主成分</translation>
    </message>
    <message>
        <source>The plane of the two largest principal components of the training set</source>
        <translation>训练集前两个主成分所在的平面</translation>
    </message>
    <message>
        <source>Two of {count} features; the others are held at their mean</source>
        <translation>{count} 个特征中的两个；其余固定为均值</translation>
    </message>
    <message>
        <source>{drawn} of {total} shown</source>
        <translation>显示 {drawn}/{total}</translation>
    </message>
    <message>
        <source>Least MSE {error}</source>
        <translation>最小均方误差 {error}</translation>
    </message>
    <message>
        <source>Bayes error {error}%</source>
        <translation>贝叶斯误差 {error}%</translation>
    </message>
    <message>
        <source>What the network answers over {across} and {up}; points: {points}</source>
        <translation>网络在 {across} 与 {up} 平面上的输出；样本点：{points}</translation>
    </message>
    <message>
        <source>{set}: y = {true}</source>
        <translation>{set}：y = {true}</translation>
    </message>
    <message>
        <source>{set}: y = {true}, ŷ = {answer}</source>
        <translation>{set}：y = {true}，ŷ = {answer}</translation>
    </message>
    <message>
        <source>{set}: {true}, taken for {answer}</source>
        <translation>{set}：{true}，误判为 {answer}</translation>
    </message>
    <message>
        <source>{set}: {true}, right</source>
        <translation>{set}：{true}，判断正确</translation>
    </message>
</context>
<context>
    <name>SurfaceCard</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Paint points of your own; training goes on with them</source>
        <translation>画自己的点；训练会接着用这些点进行</translation>
    </message>
</context>
<context>
    <name>SurfaceLegend</name>
    <message>
        <source>wrong</source>
        <translation>判错</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>A click shows or hides it</source>
        <translation>点击可显示或隐藏</translation>
    </message>
    <message>
        <source>While you paint, the points of all sets are shown</source>
        <translation>绘制时显示所有集合的点</translation>
    </message>
</context>
<context>
    <name>SurfaceMenu</name>
    <message>
        <source>What the map shows; zoom, saving</source>
        <translation>图上显示什么；缩放、保存</translation>
    </message>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Training points</source>
        <translation>训练集的点</translation>
    </message>
    <message>
        <source>Filled marks</source>
        <translation>实心标记</translation>
    </message>
    <message>
        <source>Dev points</source>
        <translation>验证集的点</translation>
    </message>
    <message>
        <source>Hollow with a dot; two classes: diamonds</source>
        <translation>空心带点；二分类时为菱形</translation>
    </message>
    <message>
        <source>Test points</source>
        <translation>测试集的点</translation>
    </message>
    <message>
        <source>Hollow marks; they never train</source>
        <translation>空心标记；它们从不参与训练</translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation>判错的点</translation>
    </message>
    <message>
        <source>A ring around every point that the network takes for another class</source>
        <translation>网络判为其他类别的点都加一个圆圈</translation>
    </message>
    <message>
        <source>Decisions only</source>
        <translation>只看分类结果</translation>
    </message>
    <message>
        <source>The predicted class, not how sure the network is of it</source>
        <translation>只显示预测的类别，不显示网络有多大把握</translation>
    </message>
    <message>
        <source>Least attainable error</source>
        <translation>可达到的最小误差</translation>
    </message>
    <message>
        <source>The mean squared error of the best possible answer: the rest is noise, and no network gets below it</source>
        <translation>最佳预测的均方误差：剩下的只是噪声，任何网络都无法更低</translation>
    </message>
    <message>
        <source>Bayes error</source>
        <translation>贝叶斯误差</translation>
    </message>
    <message>
        <source>The least attainable share of wrong answers; no boundary runs between inputs of 0 and 1 in this plane</source>
        <translation>可达到的最小错误率；输入只取 0 或 1，此平面内没有边界</translation>
    </message>
    <message>
        <source>Best possible boundary</source>
        <translation>理论最优边界</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>The whole range</source>
        <translation>全部范围</translation>
    </message>
    <message>
        <source>Save picture or points…</source>
        <translation>保存图片或数据点…</translation>
    </message>
    <message>
        <source>A picture (PNG, SVG), or all samples with their predictions (CSV)</source>
        <translation>图片（PNG、SVG），或所有样本及其预测（CSV）</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Level lines</source>
        <translation>等值线</translation>
    </message>
    <message>
        <source>More lines of equal value, with the value written on them</source>
        <translation>更密的等值线，并标出数值</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Where the most probable class has p = 0.75: between, none is sure</source>
        <translation>最可能的类别 p = 0.75 处的线：线与线之间没有哪一类有把握</translation>
    </message>
    <message>
        <source>Thin lines at p = 0.25 and p = 0.75: between them the network is unsure</source>
        <translation>p = 0.25 和 p = 0.75 处的细线：两线之间网络没有把握</translation>
    </message>
    <message>
        <source>Dashed: where the true probabilities of two classes are equal; no classifier errs less</source>
        <translation>虚线：两类的真实概率相等之处；任何分类器的错误率都不会更低</translation>
    </message>
    <message>
        <source>Not here: numbers are predicted, and there is no boundary</source>
        <translation>此处没有：预测的是数值，没有边界</translation>
    </message>
    <message>
        <source>Not here: painted points follow no law whose boundary could be computed</source>
        <translation>此处没有：手绘的点不服从任何已知规律，无法计算边界</translation>
    </message>
    <message>
        <source>Not here: of measured data nobody knows the true probabilities</source>
        <translation>此处没有：对于实测数据，没有人知道真实的概率</translation>
    </message>
</context>
<context>
    <name>SurfacePicture</name>
    <message>
        <source>Decision surface</source>
        <translation>决策面</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Decision surface</source>
        <translation>决策面</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>{0}, {1} missing</source>
        <translation>{0}，缺失 {1}</translation>
    </message>
    <message>
        <source>“{0}” is a number: regression. Inputs: {1}. Rows: {2}.</source>
        <translation>“{0}”是数值：回归任务。输入：{1}；行数：{2}。</translation>
    </message>
    <message>
        <source>“{0}” has {3} classes: {4}. Inputs: {1}. Rows: {2}.</source>
        <translation>“{0}”有 {3} 个类别：{4}。输入：{1}；行数：{2}。</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Names, if the first row looks like names</source>
        <translation>首行像列名时作为列名</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>The first row holds the columns&apos; names</source>
        <translation>首行是列名</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The first row is data; columns are numbered</source>
        <translation>首行是数据；各列自动编号</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测目标</translation>
    </message>
    <message>
        <source>The column that the network learns to predict: y</source>
        <translation>网络要学习预测的列：y</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>尚未选择文件</translation>
    </message>
    <message>
        <source>{0} · {1} rows · {2} columns</source>
        <translation>{0} · {1} 行 · {2} 列</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Data from a table</source>
        <translation>从表格导入数据</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Use this table</source>
        <translation>使用此表格</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>TableFacts</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>the last column</source>
        <translation>最后一列</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Locked in class mode</source>
        <translation>课堂模式下已锁定</translation>
    </message>
    <message>
        <source>“{setting}” is locked here, so nothing was changed.</source>
        <translation>“{setting}”在这里已锁定，因此什么都没有改变。</translation>
    </message>
    <message>
        <source>This is not possible</source>
        <translation>无法执行此操作</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>该怎么办</translation>
    </message>
    <message>
        <source>Nothing to train on</source>
        <translation>没有可训练的数据</translation>
    </message>
    <message>
        <source>Training diverged</source>
        <translation>训练发散</translation>
    </message>
    <message>
        <source>Training stopped</source>
        <translation>训练已停止</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Neural Playground</source>
        <translation>神经网络游乐场</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Above about %1 the penalty shrinks all weights to zero on these data.</source>
        <translation>λ 大约超过 %1 时，在这批数据上正则化项会把所有权重压到零。</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Train one batch: one update of W and b</source>
        <translation>训练一个小批量：更新一次 W 和 b</translation>
    </message>
    <message>
        <source>Train one epoch: every batch once</source>
        <translation>训练一轮：每个小批量各一次</translation>
    </message>
    <message>
        <source>Start again from the same initial weights</source>
        <translation>从相同的初始权重重新开始</translation>
    </message>
    <message>
        <source>Start again from new random weights (a new seed)</source>
        <translation>换新的随机种子，从新的初始权重重新开始</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Type a whole number from {0} to {1}.</source>
        <translation>请输入 {0} 到 {1} 之间的整数。</translation>
    </message>
    <message>
        <source>Type a number above {0}, up to {1}.</source>
        <translation>请输入大于 {0}、不超过 {1} 的数。</translation>
    </message>
    <message>
        <source>Type 0 or a number from {0} to {1}.</source>
        <translation>请输入 0，或 {0} 到 {1} 之间的数。</translation>
    </message>
    <message>
        <source>Type a number from {0} to {1}.</source>
        <translation>请输入 {0} 到 {1} 之间的数。</translation>
    </message>
</context>
<context>
    <name>WeightEditor</name>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A number from −1,000,000 to 1,000,000</source>
        <translation>请输入 −1,000,000 到 1,000,000 之间的数</translation>
    </message>
    <message>
        <source>Training leaves it as it is: its gradient is taken as 0. Acts at once; the training goes on.</source>
        <translation>训练不会改变它：其梯度视为 0。立即生效，训练继续。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The value, live. Arrow keys and the wheel change it by 0.1; training goes on from there.</source>
        <translation>当前的值，随训练更新。方向键和滚轮每次改变 0.1；训练从新值继续。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>_Frame</name>
    <message>
        <source>Drop an experiment, a table or trained weights to open it</source>
        <translation>松开即可打开实验、表格或训练好的权重</translation>
    </message>
</context>
</TS>
