<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
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
        <translation>数据、权重与激活值共用同一色标；中间值即卡片底色。</translation>
    </message>
</context>
<context>
    <name>CurveMenu</name>
    <message>
        <source>Smoothing, and saving the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing: average with β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J: the mean loss over the set, plus the penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis: equal steps are equal ratios; zeros stand at its foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error: the mean of (ŷ − y)² over the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the set whose class is predicted right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves by epoch; the arrow keys move along them</source>
        <translation type="unfinished"></translation>
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
    <name>SetToggle</name>
    <message>
        <source>Curve of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the curve of this set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sets</name>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
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
        <source>Type 0 or a number from {0} to {1}.</source>
        <translation>请输入 0，或 {0} 到 {1} 之间的数。</translation>
    </message>
    <message>
        <source>Type a number from {0} to {1}.</source>
        <translation>请输入 {0} 到 {1} 之间的数。</translation>
    </message>
</context>
</TS>
