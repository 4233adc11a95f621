<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>citypanel::ui::ChangedCellsModel</name>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ChecksEdit</name>
    <message>
        <source>Own lag as instrument (2SLS)</source>
        <translation>自身滞后项作工具变量（2SLS）</translation>
    </message>
    <message>
        <source>Only rows where</source>
        <translation>样本限于</translation>
    </message>
    <message>
        <source>Other fixed effects</source>
        <translation>更换固定效应</translation>
    </message>
    <message>
        <source>Split at the median of</source>
        <translation>按中位数分组</translation>
    </message>
    <message>
        <source>Another outcome</source>
        <translation>更换被解释变量</translation>
    </message>
    <message>
        <source>Another core regressor</source>
        <translation>更换核心解释变量</translation>
    </message>
    <message>
        <source>Lagged core regressor</source>
        <translation>核心解释变量滞后</translation>
    </message>
    <message>
        <source>Other standard errors</source>
        <translation>更换标准误</translation>
    </message>
    <message>
        <source>Winsorised at (%)</source>
        <translation>缩尾（%）</translation>
    </message>
    <message>
        <source>Without the periods</source>
        <translation>剔除时期</translation>
    </message>
    <message>
        <source>Placebo by permutation</source>
        <translation>安慰剂检验（置换）</translation>
    </message>
    <message>
        <source>periods, e.g. 1</source>
        <translation>期数，如 1</translation>
    </message>
    <message>
        <source>condition, e.g. kind != &quot;A&quot;</source>
        <translation>条件，如 kind != &quot;A&quot;</translation>
    </message>
    <message>
        <source>e.g. city, province^year</source>
        <translation>如 city, province^year</translation>
    </message>
    <message>
        <source>the core regressor</source>
        <translation>核心解释变量</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>e.g. cluster:province</source>
        <translation>如 cluster:province</translation>
    </message>
    <message>
        <source>lower, upper, e.g. 5, 95</source>
        <translation>下限，上限，如 5, 95</translation>
    </message>
    <message>
        <source>e.g. 2020, 2021</source>
        <translation>如 2020, 2021</translation>
    </message>
    <message>
        <source>repetitions, e.g. 500</source>
        <translation>重复次数，如 500</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>未采用：%1</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::CityTab</name>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>No feasible solution: the others reach no point that this unit could be compared with. Constant returns, or undesirable outputs with the inputs, have one.</source>
        <translation>无可行解：其他单元达不到可与该单元比较的点。改用规模报酬不变，或将非期望产出与投入并列，即有解。</translation>
    </message>
    <message>
        <source>Score %1, %2.</source>
        <translation>得分 %1，%2。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ColumnsButton</name>
    <message>
        <source>None chosen</source>
        <translation>未选择</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ColumnsEdit</name>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>The list; Space chooses</source>
        <translation>列表，按空格键选择</translation>
    </message>
    <message>
        <source>Choose all that are shown</source>
        <translation>选择所有显示的项</translation>
    </message>
    <message>
        <source>Choose none of those shown</source>
        <translation>取消所有显示的项</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>口径</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type part of a command, in English or Chinese</source>
        <translation>输入命令的一部分，中英文均可</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>No command matches. Try fewer letters, or one word of what you want to do: “save”, “step”, “theme”.</source>
        <translation>没有符合的命令。请少输入几个字，或只输入想做之事的一个词，如“保存”“步骤”“配色”。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::CompareView</name>
    <message>
        <source>the computed weights</source>
        <translation>计算所得的权重</translation>
    </message>
    <message>
        <source>Compare the weights in use with</source>
        <translation>将当前权重与以下权重比较：</translation>
    </message>
    <message>
        <source>Rank there</source>
        <translation>对方排名</translation>
    </message>
    <message>
        <source>Rank here</source>
        <translation>当前排名</translation>
    </message>
    <message>
        <source>Mean scores of the units</source>
        <translation>各单位平均得分</translation>
    </message>
    <message>
        <source>weights in use</source>
        <translation>当前权重</translation>
    </message>
    <message>
        <source>Rank correlation (Spearman): %1.</source>
        <translation>等级相关系数（Spearman）：%1。</translation>
    </message>
    <message>
        <source>Coefficient (standard error): %1 there, %2 here.</source>
        <translation>系数（标准误）：对方 %1，当前 %2。</translation>
    </message>
    <message>
        <source>Use These Again</source>
        <translation>重新采用这组权重</translation>
    </message>
    <message>
        <source>Puts the kept weights in place of those in use</source>
        <translation>用保留的权重替换当前权重</translation>
    </message>
    <message>
        <source>kept weights %1</source>
        <translation>保留的权重 %1</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Units that move most</source>
        <translation>位次变动最大的单元</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Moved up</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>kept weights %1, tuned by hand</source>
        <translation>保留的权重 %1（经人工调整）</translation>
    </message>
    <message>
        <source>in use, tuned by hand</source>
        <translation>当前（经人工调整）</translation>
    </message>
    <message>
        <source>There: %1. Here: %2.</source>
        <translation>对方：%1；当前：%2。</translation>
    </message>
    <message>
        <source>weights in use, tuned by hand</source>
        <translation>当前权重（经人工调整）</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ComparisonTab</name>
    <message>
        <source>First model</source>
        <translation>第一个模型</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>第二个模型</translation>
    </message>
    <message>
        <source>against</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Keep a result for comparison, then change the model; or compare with a variable of the panel.</source>
        <translation>先保留一个结果以供比较，再更改模型；也可与面板中的变量比较。</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>已保留：%1</translation>
    </message>
    <message>
        <source>Variable: %1</source>
        <translation>变量：%1</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ConflictsPanel</name>
    <message>
        <source>the first source</source>
        <translation>第一个来源</translation>
    </message>
    <message>
        <source>the newer source</source>
        <translation>较新的来源</translation>
    </message>
    <message>
        <source>the mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>none, left missing</source>
        <translation>都不取，作为缺失</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>One value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>另一个值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>By</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>人工选定</translation>
    </message>
    <message>
        <source>none of them: missing</source>
        <translation>都不取：作为缺失</translation>
    </message>
    <message>
        <source>Values that differ between sources; Enter shows the cell</source>
        <translation>不同来源之间有差异的值；回车键显示单元格</translation>
    </message>
    <message>
        <source>&amp;Between sources take</source>
        <translation>来源之间不同时取(&amp;B)</translation>
    </message>
    <message>
        <source>within o&amp;ne table</source>
        <translation>同一表内(&amp;N)</translation>
    </message>
    <message>
        <source>What is taken where sources differ</source>
        <translation>来源之间不同时取哪个值</translation>
    </message>
    <message>
        <source>What is taken where two rows of a table differ</source>
        <translation>同一表的两行不同时取哪个值</translation>
    </message>
    <message>
        <source>The value that holds</source>
        <translation>采用的值</translation>
    </message>
    <message>
        <source>The newer source: by the year in the name of its file; of files without one, that which stands later in the list.</source>
        <translation>较新的来源：按文件名中的年份；文件名中没有年份时，取列表中靠后的文件。</translation>
    </message>
    <message>
        <source>&amp;Use These Rules</source>
        <translation>采用这些规则(&amp;U)</translation>
    </message>
    <message>
        <source>For the selected &amp;one take</source>
        <translation>所选一项取(&amp;O)</translation>
    </message>
    <message>
        <source>Ta&amp;ke It</source>
        <translation>采用(&amp;K)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::CorrectionDialog</name>
    <message>
        <source>Correct a value</source>
        <translation>更正数值</translation>
    </message>
    <message>
        <source>The correction becomes a step of the recipe; the source file stays as it is.</source>
        <translation>更正会成为处理流程中的一步，原始文件保持不变。</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>New &amp;value</source>
        <translation>新值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>empty: missing</source>
        <translation>留空表示缺失</translation>
    </message>
    <message>
        <source>e.g. misprint, see the yearbook of 2018</source>
        <translation>例如：排印错误，见 2018 年年鉴</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>更正(&amp;C)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::Counts</name>
    <message numerus="yes">
        <source>%Ln unit(s)</source>
        <translation>
            <numerusform>%Ln 个城市</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln period(s)</source>
        <translation>
            <numerusform>%Ln 期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variable(s)</source>
        <translation>
            <numerusform>%Ln 个变量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln 个值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln 个空缺</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等（另有 %n 个）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::CoverageMap</name>
    <message>
        <source>No unit-periods yet.</source>
        <translation>还没有地区—年份。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %3 of %n variable(s)</source>
        <translation>
            <numerusform>%1，%2：%n 个变量中有 %3 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2: %3 complete, %4 partly there, %5 without any value.</source>
        <translation>%1 × %2：%3 个完整，%4 个部分有值，%5 个全部缺失。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::DataPage</name>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>Import yearbook files, or open the sample project, to see a panel of units and periods here.</source>
        <translation>导入年鉴文件，或打开示例项目，即可在此查看城市—年份面板。</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Open the Sample Project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>as analysed</source>
        <translation>用于分析的数据</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>读入时的数据</translation>
    </message>
    <message>
        <source>after step %1: %2</source>
        <translation>第 %1 步之后：%2</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1, %2: %3. %4</source>
        <translation>%1，%2：%3。%4</translation>
    </message>
    <message>
        <source>Correct %1</source>
        <translation>更正 %1</translation>
    </message>
    <message>
        <source>Data &amp;shown:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>Which state of the data is shown</source>
        <translation>显示哪一步的数据</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>“%1” holds text: only numbers are corrected here. Change a text in its file, or make another variable by a step of the recipe.</source>
        <translation>“%1”是文本：这里只更正数值。请在原文件中修改文本，或用处理流程的步骤另建变量。</translation>
    </message>
    <message>
        <source>Values are corrected by unit and period, which these data do not have. Change them in their file.</source>
        <translation>数值按单位和时期更正，而这份数据没有单位和时期。请在原文件中修改。</translation>
    </message>
    <message>
        <source>Nothing was pasted: “%1” is not a number.</source>
        <translation>未粘贴：“%1”不是数值。</translation>
    </message>
    <message>
        <source>Nothing was pasted: %1 rows and %2 columns reach beyond the table from here.</source>
        <translation>未粘贴：从此处起 %1 行 %2 列超出了表格范围。</translation>
    </message>
    <message>
        <source>Nothing was pasted: there is no value that differs.</source>
        <translation>未粘贴：没有不同的数值。</translation>
    </message>
    <message>
        <source>Nothing was pasted: %1 values would become as many steps of the recipe; %2 are the most. Import them as a file.</source>
        <translation>未粘贴：%1 个数值会成为同样多的处理步骤，最多 %2 个。请作为文件导入。</translation>
    </message>
    <message>
        <source>Correct values</source>
        <translation>更正数值</translation>
    </message>
    <message>
        <source>%1 values are replaced by what was copied; each becomes a step of the recipe, the source file stays as it is. Reason:</source>
        <translation>%1 个数值将替换为复制的内容；每个成为处理流程中的一步，源文件保持不变。原因：</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste %1 values</source>
        <translation>粘贴 %1 个数值</translation>
    </message>
    <message>
        <source>Converted from %1 to %2.</source>
        <translation>由%1换算为%2。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::EffectStrip</name>
    <message>
        <source>%1, 95 % interval %2 to %3</source>
        <translation>%1，95% 置信区间 %2 至 %3</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::EfficiencyPage</name>
    <message>
        <source>No data to measure</source>
        <translation>没有可测算的数据</translation>
    </message>
    <message>
        <source>Efficiency compares units that use inputs and make outputs. Import yearbook files or open a project first.</source>
        <translation>效率测算比较各单元以投入获得产出的情况。请先导入年鉴文件或打开项目。</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Kept: change the model and see the page “Compare”.</source>
        <translation>已保留：更改模型后请看“比较”页。</translation>
    </message>
    <message>
        <source>There is no table on this page to export.</source>
        <translation>本页没有可导出的表格。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>新模型</translation>
    </message>
    <message>
        <source>&amp;Update the Step</source>
        <translation>更新该步骤(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Add to the Panel</source>
        <translation>加入面板(&amp;A)</translation>
    </message>
    <message>
        <source>%1 rows have no feasible solution. Constant returns, or undesirable outputs with the inputs, have one for every row.</source>
        <translation>有 %1 行无可行解。改用规模报酬不变，或将非期望产出与投入并列，则各行均有解。</translation>
    </message>
    <message>
        <source>Change the model of %1</source>
        <translation>更改 %1 的模型</translation>
    </message>
    <message>
        <source>The panel has a variable “%1” already: give the score another name.</source>
        <translation>面板中已有变量“%1”：请为得分另取名称。</translation>
    </message>
    <message>
        <source>Add the efficiency score %1</source>
        <translation>加入效率得分 %1</translation>
    </message>
    <message>
        <source>%1 is now a variable of the panel and a step of the recipe.</source>
        <translation>%1 已成为面板中的变量和处理流程中的一个步骤。</translation>
    </message>
    <message>
        <source>Run the model again (Ctrl+Enter); it also runs whenever it is changed</source>
        <translation>重新运行模型（Ctrl+Enter）；每次修改后也会自动运行</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep to Compare</source>
        <translation>保留以比较(&amp;K)</translation>
    </message>
    <message>
        <source>Keep this result, to see another model beside it</source>
        <translation>保留此结果，以便与另一个模型并列查看</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Name of the score</source>
        <translation>得分的变量名</translation>
    </message>
    <message>
        <source>Model: a new one or a step of the recipe</source>
        <translation>模型：新模型或处理流程中的步骤</translation>
    </message>
    <message>
        <source>Progress of the model</source>
        <translation>模型运行进度</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation>前沿面</translation>
    </message>
    <message>
        <source>Productivity</source>
        <translation>生产率</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Show the frontier</source>
        <translation>查看前沿面</translation>
    </message>
    <message>
        <source>The run was cancelled. Run starts it again (Ctrl+Enter).</source>
        <translation>运算已取消。可点“运行”重新开始（Ctrl+Enter）。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Expor&amp;t…</source>
        <translation>导出(&amp;T)…</translation>
    </message>
    <message>
        <source>efficiency model %1</source>
        <translation>效率模型 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) do as much.</source>
        <translation>
            <numerusform>另有 %n 行也是如此。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::EfficiencySpec</name>
    <message>
        <source>Choose what is used: select a variable and press I, or drag it to the inputs.</source>
        <translation>请选择投入：选中变量后按 I，或拖到投入列表。</translation>
    </message>
    <message>
        <source>Choose what is made: select a variable and press O, or drag it to the desirable outputs.</source>
        <translation>请选择产出：选中变量后按 O，或拖到期望产出列表。</translation>
    </message>
    <message>
        <source>Choose the groups whose units are compared: no variable of this panel makes groups yet.</source>
        <translation>请选择用于分组比较的变量：该面板目前没有可分组的变量。</translation>
    </message>
    <message>
        <source>&amp;Suggest Roles by Name</source>
        <translation>按名称推荐角色(&amp;S)</translation>
    </message>
    <message>
        <source>Capital, labour and energy make gross product and, undesired, CO2 and PM2.5, where columns are called so</source>
        <translation>以资本、劳动、能源获得生产总值，并带来 CO2、PM2.5（按变量名识别）</translation>
    </message>
    <message>
        <source>Drag a variable to a list below, or press I, O or B; a double click goes through the roles.</source>
        <translation>将变量拖到下面的列表，或按 I、O、B；双击依次切换角色。</translation>
    </message>
    <message>
        <source>&amp;Inputs [I]</source>
        <translation>投入(&amp;I) [I]</translation>
    </message>
    <message>
        <source>Desirable &amp;outputs [O]</source>
        <translation>期望产出(&amp;O) [O]</translation>
    </message>
    <message>
        <source>&amp;Undesirable outputs [B]</source>
        <translation>非期望产出(&amp;U) [B]</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::EmptyState</name>
    <message>
        <source>Computing</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>The sources are being read and the recipe is being computed. This page fills as soon as that is done.</source>
        <translation>正在读取来源文件并计算处理流程。完成后本页即显示内容。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ErrorsEdit</name>
    <message>
        <source>clusters, e.g. city or city, province</source>
        <translation>聚类变量，如 city 或 city, province</translation>
    </message>
    <message>
        <source>lags; empty: by the number of periods</source>
        <translation>滞后阶数；留空则按期数确定</translation>
    </message>
    <message>
        <source>Cluster variables</source>
        <translation>聚类变量</translation>
    </message>
    <message>
        <source>Number of lags</source>
        <translation>滞后阶数</translation>
    </message>
    <message>
        <source>Choose standard errors…</source>
        <translation>请选择标准误…</translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation>聚类稳健</translation>
    </message>
    <message>
        <source>Robust (HC1)</source>
        <translation>异方差稳健（HC1）</translation>
    </message>
    <message>
        <source>Robust (HC2)</source>
        <translation>异方差稳健（HC2）</translation>
    </message>
    <message>
        <source>Robust (HC3)</source>
        <translation>异方差稳健（HC3）</translation>
    </message>
    <message>
        <source>Homoskedastic (iid)</source>
        <translation>同方差（iid）</translation>
    </message>
    <message>
        <source>Driscoll-Kraay</source>
        <translation>Driscoll-Kraay</translation>
    </message>
    <message>
        <source>Newey-West</source>
        <translation>Newey-West</translation>
    </message>
    <message>
        <source>Standard errors</source>
        <translation>标准误</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ExampleTab</name>
    <message>
        <source>input</source>
        <translation>投入</translation>
    </message>
    <message>
        <source>desirable output</source>
        <translation>期望产出</translation>
    </message>
    <message>
        <source>undesirable output</source>
        <translation>非期望产出</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What %1 asks, on seven invented units</source>
        <translation>%1 的含义：以七个虚构单元为例</translation>
    </message>
    <message>
        <source>Unit %1 scores %2 (%3). Measured against %4, this would have to change: %5.</source>
        <translation>单元 %1 的得分为 %2（%3）。以 %4 为参照，需要的变动为：%5。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ExplainPane</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close the explanation (Esc)</source>
        <translation>关闭说明（Esc）</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>关闭说明</translation>
    </message>
    <message>
        <source>Explanation of the chosen cell</source>
        <translation>所选单元格的说明</translation>
    </message>
    <message>
        <source>%1, model %2</source>
        <translation>%1，模型 %2</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ExpressionEdit</name>
    <message>
        <source>Unit of measure: %1</source>
        <translation>计量单位：%1</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::FigureView</name>
    <message>
        <source>Numbers of the figure; Enter chooses a point</source>
        <translation>图中的数值；按 Enter 选择一个点</translation>
    </message>
    <message>
        <source>Figure; F2 shows its numbers</source>
        <translation>图；按 F2 显示数值</translation>
    </message>
    <message>
        <source>F2 shows the numbers.</source>
        <translation>按 F2 显示数值。</translation>
    </message>
    <message>
        <source>This figure has no numbers to show. Where models could not be estimated, the message on this page says why.</source>
        <translation>此图没有可显示的数值。若是模型未能估计，本页上的提示说明了原因。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::FilesPanel</name>
    <message>
        <source>no table</source>
        <translation>没有表</translation>
    </message>
    <message>
        <source>many years, long</source>
        <translation>多年（长表）</translation>
    </message>
    <message>
        <source>long</source>
        <translation>长表</translation>
    </message>
    <message>
        <source>year?</source>
        <translation>年份？</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Something here is still to be decided.</source>
        <translation>此处还有待决定的事项。</translation>
    </message>
    <message>
        <source>Files and sheets</source>
        <translation>文件和工作表</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Remove this file</source>
        <translation>移除此文件</translation>
    </message>
    <message>
        <source>Files and sheets; Space chooses a sheet</source>
        <translation>文件和工作表；空格键选择工作表</translation>
    </message>
    <message>
        <source>%1 is a guess: the table looks like a yearbook&apos;s, whose data are of the year before the one in its name. Say on the page of the sheet where the year stands.</source>
        <translation>%1 年为推断：该表的样式像年鉴，而年鉴的数据是其名称中年份的上一年。请在工作表页面说明年份在何处。</translation>
    </message>
    <message>
        <source>%1, the year in the name of the file</source>
        <translation>%1 年，取自文件名</translation>
    </message>
    <message>
        <source>%1, the year before that in the name of the file, a yearbook&apos;s</source>
        <translation>%1 年，为文件名中年鉴年份的上一年</translation>
    </message>
    <message>
        <source>%1, the year in the name of the sheet</source>
        <translation>%1 年，取自工作表名</translation>
    </message>
    <message>
        <source>%1, the year before that in the name of the sheet, a yearbook&apos;s</source>
        <translation>%1 年，为工作表名中年鉴年份的上一年</translation>
    </message>
    <message>
        <source>%1, the year in the title above the table</source>
        <translation>%1 年，取自表格上方的标题</translation>
    </message>
    <message>
        <source>%1, the year before that of the yearbook named above the table</source>
        <translation>%1 年，为表格上方所写年鉴年份的上一年</translation>
    </message>
    <message>
        <source>%1, as told</source>
        <translation>%1 年，由使用者给出</translation>
    </message>
    <message>
        <source>The years stand in the headings, and the title, the name of the file or that of the sheet states another.</source>
        <translation>年份取自表头，但标题、文件名或工作表名写的是另一年份。</translation>
    </message>
    <message>
        <source>These Years Are Right</source>
        <translation>这些年份无误</translation>
    </message>
    <message>
        <source>%1 was told of the file that this one takes the place of. Say on the page of the sheet which year it is now.</source>
        <translation>%1 是为被替换的文件填写的年份。请在“工作表”页注明现在是哪一年。</translation>
    </message>
    <message>
        <source>A year with ? is a guess. Choose the sheet to confirm or change it: “Year stands in”.</source>
        <translation>带“?”的年份是推断的。请选择该工作表，在“年份来自”处确认或更改。</translation>
    </message>
    <message>
        <source>%1 is a guess: it is the year in the name of the sheet, while the name of the file says a yearbook or another year. Say on the page of the sheet where the year stands.</source>
        <translation>%1 年为推断：取自工作表名，而文件名写的是年鉴或另一年份。请在工作表页面说明年份在何处。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::FrontierTab</name>
    <message>
        <source>Leaving out one row of the frontier after the other…</source>
        <translation>正在逐个剔除前沿面上的观测……</translation>
    </message>
    <message>
        <source>No single row sets everybody&apos;s score.</source>
        <translation>没有任何单个观测决定所有单元的得分。</translation>
    </message>
    <message>
        <source>The frontier can be drawn for one input and one output, or two inputs and one output under constant returns, without undesirable outputs.</source>
        <translation>一种投入和一种产出，或规模报酬不变下的两种投入和一种产出，且没有非期望产出时，可以画出前沿面。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ImportDesk</name>
    <message>
        <source>Mapping saved: %1</source>
        <translation>映射已保存：%1</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) cannot be read: the list of files says why.</source>
        <translation>
            <numerusform>另有 %n 个文件无法读取，原因见文件列表。</numerusform>
        </translation>
    </message>
    <message>
        <source>New variables: %1.</source>
        <translation>新增变量：%1。</translation>
    </message>
    <message>
        <source>No longer there: %1.</source>
        <translation>不再存在：%1。</translation>
    </message>
    <message>
        <source>Mapping applied.</source>
        <translation>已应用映射。</translation>
    </message>
    <message>
        <source>Mapping applied: it changes no column of these files, which are read as detected.</source>
        <translation>已应用映射：这些文件中没有需要它更改的列，各列按识别结果读取。</translation>
    </message>
    <message numerus="yes">
        <source>Mapping applied: %1 of the %n column(s) it changes are in these files.</source>
        <translation>
            <numerusform>已应用映射：映射涉及 %n 列，其中 %1 列出现在这些文件中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading was cancelled; no file was added.</source>
        <translation>已取消读取，未加入任何文件。</translation>
    </message>
    <message>
        <source>Not converted, since these files give no unit of measure: %1</source>
        <translation>这些文件未注明计量单位，未换算：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 takes the place of the file of this name; what you decided stays.</source>
        <translation>%1 已替换同名文件；已作的决定保留。</translation>
    </message>
    <message>
        <source>The year you typed is to be confirmed.</source>
        <translation>手工填写的年份需要确认。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ImportPage</name>
    <message>
        <source>Drop yearbook files here</source>
        <translation>将年鉴文件拖到这里</translation>
    </message>
    <message>
        <source>Choose Files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of totals, headings or notes skipped.</source>
        <translation>
            <numerusform>跳过 %n 行合计、小标题或注释。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of names not to be read left out.</source>
        <translation>
            <numerusform>按名称的处理决定排除 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n file(s).</source>
        <translation>
            <numerusform>已导入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Workbooks (xlsx, xls), text (csv, tsv), Stata (dta) and SPSS (sav) files, or a folder of them, are read as they are. You see what each sheet is taken for, and may correct it, before anything is imported.</source>
        <translation>工作簿（xlsx、xls）、文本（csv、tsv）、Stata（dta）和 SPSS（sav）文件，或装有这些文件的文件夹，均按原样读取。导入之前，您可以看到并更正每张工作表的识别结果。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Join report</source>
        <translation>合并报告</translation>
    </message>
    <message numerus="yes">
        <source>%n &amp;to decide</source>
        <translation>
            <numerusform>%n 项待决定(&amp;J)</numerusform>
        </translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在合并…</translation>
    </message>
    <message>
        <source>Tick the sheets to be read.</source>
        <translation>请勾选要读取的工作表。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be read and stay missing.</source>
        <translation>
            <numerusform>%n 个单元格无法读取，作为缺失值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the next thing that has to be decided (F8)</source>
        <translation>转到下一个待决定的事项（F8）</translation>
    </message>
    <message>
        <source>Parts of the import</source>
        <translation>导入的各个部分</translation>
    </message>
    <message>
        <source>%1 × %2, %3, %4, %5.</source>
        <translation>%1 × %2，%3，%4，%5。</translation>
    </message>
    <message numerus="yes">
        <source>%n formula(s) have no stored result (%1, %2): recalculate and save the file in the spreadsheet program.</source>
        <translation>
            <numerusform>%n 个公式没有保存计算结果（%1，%2）：请在电子表格软件中重新计算并保存该文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import &amp;as it is</source>
        <translation>按现状导入(&amp;A)</translation>
    </message>
    <message>
        <source>Files of the same name</source>
        <translation>同名文件</translation>
    </message>
    <message>
        <source>Read both, for example of two years: the new file is called by its folder. Or replace the one that is here: what you decided of it stays.</source>
        <translation>可以都读入（例如分属两个年份），新文件以所在文件夹的名称区分；也可以替换已有的文件，对它已作的决定保留。</translation>
    </message>
    <message>
        <source>Read &amp;Both</source>
        <translation>都读入(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>A file of this name is here already, with other contents: %1.</source>
        <translation>已有同名文件，内容不同：%1。</translation>
    </message>
    <message>
        <source>Files of these names are here already, with other contents: %1.</source>
        <translation>已有这些同名文件，内容不同：%1。</translation>
    </message>
    <message>
        <source>What is not decided stays as it stands: names as written, values by the rules, guessed years as guessed, tables without a year left out.</source>
        <translation>未决定的保持现状：地名照原文，数值按规则，推断的年份照推断，没有年份的表不读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) of numbers without a heading are not read (%1, %2: %3); B on the sheet reads one.</source>
        <translation>
            <numerusform>有 %n 列数字没有表头，未读取（%1，%2：%3）：在工作表上选中该列后按 B 读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>没有待决定的事项。</translation>
    </message>
    <message>
        <source>&amp;Join Again</source>
        <translation>重新合并(&amp;J)</translation>
    </message>
    <message>
        <source>The files are not joined: joining was cancelled.</source>
        <translation>文件尚未合并：合并已取消。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::IndexPage</name>
    <message>
        <source>Change weighting</source>
        <translation>更改赋权方法</translation>
    </message>
    <message>
        <source>(unnamed)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>Tuned by hand: tables and exports will say so.</source>
        <translation>权重经人工调整：表格和导出中将注明。</translation>
    </message>
    <message>
        <source>Estimate a model that uses this index on the models page; its coefficient then follows the sliders here.</source>
        <translation>请先在“模型”页估计使用该指数的模型，其系数将在此随滑块变化。</translation>
    </message>
    <message>
        <source>%1: coefficient with its 95 % interval; orange: the computed weights. Rank correlation with them: %2.</source>
        <translation>%1：系数及其 95% 置信区间；橙色为计算权重。与计算权重的等级相关系数：%2。</translation>
    </message>
    <message>
        <source>Tune weights</source>
        <translation>调整权重</translation>
    </message>
    <message>
        <source>Back to the computed weights</source>
        <translation>恢复计算权重</translation>
    </message>
    <message>
        <source>Add index</source>
        <translation>添加指数</translation>
    </message>
    <message>
        <source>Open indicator system</source>
        <translation>打开指标体系</translation>
    </message>
    <message>
        <source>Indicator systems (*.json)</source>
        <translation>指标体系 (*.json)</translation>
    </message>
    <message>
        <source>Save indicator system</source>
        <translation>保存指标体系</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Weights: %1; normalisation: %2; %3; shift %4%5; n = %6.</source>
        <translation>权重：%1；标准化：%2；%3；平移量 %4%5；n = %6。</translation>
    </message>
    <message>
        <source> (0 ln 0 = 0)</source>
        <translation>（约定 0 ln 0 = 0）</translation>
    </message>
    <message>
        <source>The weights were tuned by hand from the computed ones.</source>
        <translation>权重在计算结果的基础上经人工调整。</translation>
    </message>
    <message>
        <source>Indicators and weights of %1</source>
        <translation>%1 的指标与权重</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Entropy e</source>
        <translation>信息熵 e</translation>
    </message>
    <message>
        <source>d = 1 − e</source>
        <translation>差异系数 d</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>New quality productive forces (15 indicators)</source>
        <translation>新质生产力（15 个指标）</translation>
    </message>
    <message>
        <source>Digital infrastructure (3 indicators)</source>
        <translation>数字基础设施（3 个指标）</translation>
    </message>
    <message>
        <source>No data to weigh</source>
        <translation>没有可用的数据</translation>
    </message>
    <message>
        <source>An index needs a panel. Import yearbook files or open a project first.</source>
        <translation>构建指数需要面板数据。请先导入年鉴文件或打开项目。</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>No index yet</source>
        <translation>尚无指数</translation>
    </message>
    <message>
        <source>Many indicators, one number: begin with a preset and fit its formulas to your variables, or make your own.</source>
        <translation>将多个指标合成为一个数：可从预设开始，把公式改为您的变量，也可以自建。</translation>
    </message>
    <message>
        <source>Own Index</source>
        <translation>自建指数</translation>
    </message>
    <message>
        <source>Own index</source>
        <translation>自建指数</translation>
    </message>
    <message>
        <source>Open indicator system…</source>
        <translation>打开指标体系…</translation>
    </message>
    <message>
        <source>Save indicator system…</source>
        <translation>保存指标体系…</translation>
    </message>
    <message>
        <source>Add an index; open and save indicator systems</source>
        <translation>添加指数；打开和保存指标体系</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感性</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>解读</translation>
    </message>
    <message>
        <source>When one moves:</source>
        <translation>调整一个权重时：</translation>
    </message>
    <message>
        <source>all others give way</source>
        <translation>其他全部让出</translation>
    </message>
    <message>
        <source>its dimension gives way</source>
        <translation>同维度内让出</translation>
    </message>
    <message>
        <source>Reset to computed</source>
        <translation>恢复计算权重</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A model of the models page whose coefficient follows the sliders</source>
        <translation>“模型”页中的模型，其系数随滑块变化</translation>
    </message>
    <message>
        <source>Kept: change the weights and see the page “Compare”.</source>
        <translation>已保留：请调整权重，再看“比较”页。</translation>
    </message>
    <message>
        <source>Use kept weights</source>
        <translation>采用保留的权重</translation>
    </message>
    <message>
        <source>Keep to Compare</source>
        <translation>保留以比较</translation>
    </message>
    <message>
        <source>Keep these weights, to see others beside them</source>
        <translation>保留这组权重，以便与其他权重并列比较</translation>
    </message>
    <message>
        <source>There is no table on this page to export.</source>
        <translation>此页没有可导出的表格。</translation>
    </message>
    <message>
        <source>Weights: %1; normalisation: %2; %3; n = %4.</source>
        <translation>权重：%1；标准化：%2；%3；n = %4。</translation>
    </message>
    <message>
        <source>Consistency ratio of the judgements: %1 (consistent below 0.1).</source>
        <translation>判断矩阵的一致性比率：%1（低于 0.1 为一致）。</translation>
    </message>
    <message>
        <source>The weights are those of the new method; undo brings the tuned ones back.</source>
        <translation>权重已改为新方法的计算结果；撤销可恢复手动调整的权重。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::IndicatorPanel</name>
    <message>
        <source>Rearrange indicators</source>
        <translation>重排指标</translation>
    </message>
    <message>
        <source>Rename dimension</source>
        <translation>维度改名</translation>
    </message>
    <message>
        <source>Add an indicator</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>Remove this indicator</source>
        <translation>删除该指标</translation>
    </message>
    <message>
        <source>Change indicator</source>
        <translation>更改指标</translation>
    </message>
    <message>
        <source>Add indicator</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>Remove indicator</source>
        <translation>删除指标</translation>
    </message>
    <message>
        <source>Sub-dimension</source>
        <translation>二级维度</translation>
    </message>
    <message>
        <source>e.g. gdp / population</source>
        <translation>例如 gdp / population</translation>
    </message>
    <message>
        <source>Indicator system; drag, or Alt+Up and Alt+Down, to rearrange</source>
        <translation>指标体系；拖动或用 Alt+↑、Alt+↓ 调整次序</translation>
    </message>
    <message>
        <source>indicator %1: %2</source>
        <translation>指标 %1：%2</translation>
    </message>
    <message>
        <source>indicator %1</source>
        <translation>指标 %1</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::JoinPanel</name>
    <message>
        <source>all variables</source>
        <translation>全部变量</translation>
    </message>
    <message>
        <source>Panel as read</source>
        <translation>读入的面板</translation>
    </message>
    <message>
        <source>Variables (%1)</source>
        <translation>变量（%1）</translation>
    </message>
    <message>
        <source>Conflicts (%1)</source>
        <translation>冲突（%1）</translation>
    </message>
    <message>
        <source>Gaps (%1)</source>
        <translation>缺口（%1）</translation>
    </message>
    <message>
        <source>Not readable (%1)</source>
        <translation>无法读取（%1）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>little</source>
        <translation>少</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>有值</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Complete units</source>
        <translation>完整的城市</translation>
    </message>
    <message>
        <source>Units without any</source>
        <translation>全缺的城市</translation>
    </message>
    <message>
        <source>Gaps inside</source>
        <translation>中间缺口</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Missing years</source>
        <translation>缺失年份</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>&amp;Coverage of</source>
        <translation>覆盖情况(&amp;C)</translation>
    </message>
    <message>
        <source>Which variable the map shows</source>
        <translation>覆盖图显示哪个变量</translation>
    </message>
    <message>
        <source>Coverage: cities down, years across</source>
        <translation>覆盖图：纵向为城市，横向为年份</translation>
    </message>
    <message>
        <source>The panel as read</source>
        <translation>读入的面板</translation>
    </message>
    <message>
        <source>What each variable has and lacks</source>
        <translation>每个变量有值和缺失的情况</translation>
    </message>
    <message>
        <source>Years missing between two values</source>
        <translation>两个值之间缺失的年份</translation>
    </message>
    <message>
        <source>Cells that cannot be read; Enter shows the cell</source>
        <translation>无法读取的单元格；回车键显示单元格</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>The rows are made as low as they must be, instead of scrolling through them.</source>
        <translation>把各行压低到全部可见，无需滚动。</translation>
    </message>
    <message>
        <source>Sho&amp;w all cities at once</source>
        <translation>同时显示所有城市(&amp;W)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::JudgementEditor</name>
    <message>
        <source>Which of the two matters more, and how many times as much?</source>
        <translation>两者中哪个更重要，重要多少倍？</translation>
    </message>
    <message>
        <source>All as Important</source>
        <translation>全部同等重要</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的对象</translation>
    </message>
    <message>
        <source>The dimensions</source>
        <translation>各维度</translation>
    </message>
    <message>
        <source>All indicators</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 与 %2 相比</translation>
    </message>
    <message>
        <source>Consistency ratio %1: consistent (below 0.1).</source>
        <translation>一致性比率 %1：一致（低于 0.1）。</translation>
    </message>
    <message>
        <source>Consistency ratio %1: the answers contradict one another (0.1 or more). Look for A above B, B above C, C above A.</source>
        <translation>一致性比率 %1：各判断互相矛盾（不低于 0.1）。请检查是否有 A 重于 B、B 重于 C、C 又重于 A。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::LayoutForm</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Kind of table</source>
        <translation>表格类型(&amp;K)</translation>
    </message>
    <message>
        <source>Header to row</source>
        <translation>表头结束行</translation>
    </message>
    <message>
        <source>&amp;Data from row</source>
        <translation>数据起始行(&amp;D)</translation>
    </message>
    <message>
        <source>Data to row</source>
        <translation>数据结束行</translation>
    </message>
    <message>
        <source>Column of &amp;units</source>
        <translation>城市所在列(&amp;U)</translation>
    </message>
    <message>
        <source>Year sta&amp;nds in</source>
        <translation>年份来自(&amp;N)</translation>
    </message>
    <message>
        <source>Column of the year</source>
        <translation>年份所在列</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>a row a unit and year</source>
        <translation>每行一个城市—年份</translation>
    </message>
    <message>
        <source>a row a unit, one year</source>
        <translation>每行一个城市，单一年份</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>一列</translation>
    </message>
    <message>
        <source>the column headers</source>
        <translation>列标题</translation>
    </message>
    <message>
        <source>given here</source>
        <translation>在此指定</translation>
    </message>
    <message>
        <source>the file name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>the file name, less one</source>
        <translation>文件名中的年份减一</translation>
    </message>
    <message>
        <source>the sheet name</source>
        <translation>工作表名</translation>
    </message>
    <message>
        <source>An edition of a yearbook carries the data of the year before.</source>
        <translation>年鉴刊载的是上一年的数据。</translation>
    </message>
    <message>
        <source>Apply to All Sheets &amp;Like This</source>
        <translation>应用到同类工作表(&amp;L)</translation>
    </message>
    <message>
        <source>All of one city</source>
        <translation>全表属于同一城市</translation>
    </message>
    <message>
        <source>Rows and columns change &amp;places</source>
        <translation>行列互换(&amp;P)</translation>
    </message>
    <message>
        <source>For sheets on which cities stand across the top: the sheet is read turned, and shown as it is read.</source>
        <translation>适用于城市横排在表头的工作表：行列互换后读取，并按读取的样子显示。</translation>
    </message>
    <message>
        <source>The city of the whole sheet, where no column names cities. Empty: what holds for every city.</source>
        <translation>没有城市列时，整张工作表所属的城市。留空表示数值适用于所有城市。</translation>
    </message>
    <message>
        <source>units down, years across</source>
        <translation>每行一个城市，每列一年</translation>
    </message>
    <message>
        <source>the sheet name, less one</source>
        <translation>工作表名减一</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>the title, less one</source>
        <translation>标题减一</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>Header fro&amp;m row</source>
        <translation>表头起始行(&amp;M)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::MainWindow</name>
    <message>
        <source>About CityPanel</source>
        <translation>关于 CityPanel</translation>
    </message>
    <message>
        <source>&lt;b&gt;CityPanel %1&lt;/b&gt;&lt;br&gt;Workbench for city-year panel studies.&lt;br&gt;Free software under the GNU General Public License, version 3 or later.</source>
        <translation>&lt;b&gt;CityPanel %1&lt;/b&gt;&lt;br&gt;城市面板数据研究工作台。&lt;br&gt;依据 GNU 通用公共许可证第 3 版或更新版本发布的自由软件。</translation>
    </message>
    <message>
        <source>Something failed: %1</source>
        <translation>发生错误：%1</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>没有最近的项目</translation>
    </message>
    <message>
        <source>Clear This List</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Workplaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>A window holds one project: %1 is open, and not opened: %2. Open another project from the File menu or in a second window.</source>
        <translation>一个窗口只容纳一个项目：已打开 %1，未打开：%2。另一个项目请从“文件”菜单打开，或在第二个窗口中打开。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::MatrixModel</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::MissingModel</name>
    <message>
        <source>%1, %2: %3 missing</source>
        <translation>%1，%2：缺失 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::MissingPane</name>
    <message>
        <source>No value is missing.</source>
        <translation>没有缺失值。</translation>
    </message>
    <message>
        <source>%1 of %2 cells are missing (%3); %4 rows are complete; %5 unit-periods have no row.</source>
        <translation>%2 个单元格中缺失 %1 个（%3）；%4 行完整；%5 个城市—年份没有对应行。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Missing cells</source>
        <translation>缺失数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Missing together</source>
        <translation>同时缺失</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺失情况</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>读入时的数据</translation>
    </message>
    <message>
        <source>as analysed</source>
        <translation>用于分析的数据</translation>
    </message>
    <message>
        <source>Which state of the data is looked at</source>
        <translation>查看哪一步的数据</translation>
    </message>
    <message>
        <source>By variable and period</source>
        <translation>按变量和年份</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>Share missing: one row a variable, one column a period</source>
        <translation>缺失比例：每行一个变量，每列一年</translation>
    </message>
    <message>
        <source>Units by missing cells</source>
        <translation>按缺失数排列的单位</translation>
    </message>
    <message>
        <source>Variables missing together</source>
        <translation>同时缺失的变量</translation>
    </message>
    <message>
        <source>&amp;Drop Thin Units…</source>
        <translation>剔除缺失过多的单位(&amp;D)…</translation>
    </message>
    <message>
        <source>F&amp;ill Gaps…</source>
        <translation>插补缺失值(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ModelQuestions</name>
    <message>
        <source>Compared with &amp;whom?</source>
        <translation>与谁相比？(&amp;W)</translation>
    </message>
    <message>
        <source>Periods of a window</source>
        <translation>窗口期数</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组变量</translation>
    </message>
    <message>
        <source>Can activities be &amp;scaled?</source>
        <translation>生产活动能否按比例缩放？(&amp;D)</translation>
    </message>
    <message>
        <source>Undesirable outputs stand</source>
        <translation>非期望产出的位置</translation>
    </message>
    <message>
        <source>Direction of improvement</source>
        <translation>改进方向</translation>
    </message>
    <message>
        <source>Rows with negative values, or without input or output</source>
        <translation>含负值或无投入、无产出的行</translation>
    </message>
    <message>
        <source>All units in all periods (global)</source>
        <translation>全部单元的全部时期（全局）</translation>
    </message>
    <message>
        <source>Units of the same period</source>
        <translation>同一时期的单元</translation>
    </message>
    <message>
        <source>Units within a window of periods</source>
        <translation>窗口期内的单元</translation>
    </message>
    <message>
        <source>Units of the same group</source>
        <translation>同组的单元</translation>
    </message>
    <message>
        <source>Super-efficiency: an efficient unit is compared with the frontier of the others.</source>
        <translation>超效率：有效单元与由其他单元构成的前沿面相比。</translation>
    </message>
    <message>
        <source>Super-efficiency</source>
        <translation>超效率</translation>
    </message>
    <message>
        <source>with the outputs (Tone 2004)</source>
        <translation>与产出并列（Tone 2004）</translation>
    </message>
    <message>
        <source>with the inputs</source>
        <translation>与投入并列</translation>
    </message>
    <message>
        <source>No: weak disposability</source>
        <translation>不能：弱可处置</translation>
    </message>
    <message>
        <source>Yes: strong disposability</source>
        <translation>能：强可处置</translation>
    </message>
    <message>
        <source>No: weak, with own abatement (Kuosmanen 2005)</source>
        <translation>不能：弱可处置，各自减排（Kuosmanen 2005）</translation>
    </message>
    <message>
        <source>Usual for the model</source>
        <translation>模型惯用方向</translation>
    </message>
    <message>
        <source>Outputs alone (0, y, −b)</source>
        <translation>仅产出 (0, y, −b)</translation>
    </message>
    <message>
        <source>All (−x, y, −b)</source>
        <translation>全部 (−x, y, −b)</translation>
    </message>
    <message>
        <source>One unit of each (1, 1, 1)</source>
        <translation>单位向量 (1, 1, 1)</translation>
    </message>
    <message>
        <source>Distance to the best value</source>
        <translation>至最优值的距离</translation>
    </message>
    <message>
        <source>Stop and name the first</source>
        <translation>停止并指出第一处</translation>
    </message>
    <message>
        <source>Leave them out, and count them</source>
        <translation>剔除并计数</translation>
    </message>
    <message>
        <source>SBM: each variable by its own amount</source>
        <translation>SBM：每个变量各按自己的量</translation>
    </message>
    <message>
        <source>SBM-I: inputs, each by its own amount</source>
        <translation>SBM-I：各项投入按自己的量</translation>
    </message>
    <message>
        <source>SBM-O: outputs, each by its own amount</source>
        <translation>SBM-O：各项产出按自己的量</translation>
    </message>
    <message>
        <source>CCR/BCC-I: all inputs by one share</source>
        <translation>CCR/BCC-I：全部投入按同一比例</translation>
    </message>
    <message>
        <source>CCR/BCC-O: all outputs by one factor</source>
        <translation>CCR/BCC-O：全部产出按同一倍数</translation>
    </message>
    <message>
        <source>DDF: outputs up, undesirable ones down, by one share</source>
        <translation>DDF：产出增、非期望产出减，同一比例</translation>
    </message>
    <message>
        <source>NDDF: each variable by its own share</source>
        <translation>NDDF：每个变量各按自己的比例</translation>
    </message>
    <message>
        <source>EBM: a common share and own amounts</source>
        <translation>EBM：共同比例与各自的量并用</translation>
    </message>
    <message>
        <source>EBM-I: a common share and own amounts, inputs</source>
        <translation>EBM-I：共同比例与各自的量并用，投入</translation>
    </message>
    <message>
        <source>CRS: up and down alike (constant returns)</source>
        <translation>CRS：可放大也可缩小（规模报酬不变）</translation>
    </message>
    <message>
        <source>VRS: no, like with like (variable returns)</source>
        <translation>VRS：不能，只比同等规模（规模报酬可变）</translation>
    </message>
    <message>
        <source>NIRS: down only (non-increasing returns)</source>
        <translation>NIRS：只能缩小（规模报酬非递增）</translation>
    </message>
    <message>
        <source>NDRS: up only (non-decreasing returns)</source>
        <translation>NDRS：只能放大（规模报酬非递减）</translation>
    </message>
    <message>
        <source>What &amp;may shrink or grow?</source>
        <translation>什么可以缩减或增加？(&amp;M)</translation>
    </message>
    <message>
        <source>Can undesirable outputs &amp;be avoided for free?</source>
        <translation>非期望产出能否无成本避免？(&amp;B)</translation>
    </message>
    <message>
        <source>Rank the efficient units as we&amp;ll</source>
        <translation>有效单元也排出高下(&amp;L)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::NamesPanel</name>
    <message>
        <source>no place is spelled like it</source>
        <translation>没有写法相近的地名</translation>
    </message>
    <message>
        <source>one character differs</source>
        <translation>相差一个字</translation>
    </message>
    <message>
        <source>the only city that %1 lacks there</source>
        <translation>%1 在该表中唯一缺少的城市</translation>
    </message>
    <message>
        <source>stands among cities of %1</source>
        <translation>位于 %1 的城市之间</translation>
    </message>
    <message>
        <source>spelled alike</source>
        <translation>写法相近</translation>
    </message>
    <message>
        <source>to decide (sure)</source>
        <translation>待决定（有把握）</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>即%1</translation>
    </message>
    <message>
        <source>kept as written</source>
        <translation>照原文保留</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不读取</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>可能是</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Names are taken as they are written: sources join where they are spelled alike.</source>
        <translation>地名照原文：写法相同的才会合并。</translation>
    </message>
    <message>
        <source>Every name is that of one known place. Nothing to decide.</source>
        <translation>每个地名都对应一个已知地区，无需决定。</translation>
    </message>
    <message>
        <source>All names are decided. You may change a decision.</source>
        <translation>所有地名都已决定，您可以更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) match no place, or more than one. Decide what each stands for; the decision holds for all its tables.</source>
        <translation>
            <numerusform>有 %n 个地名对应不到地区，或对应不止一个。请决定各自代表什么；决定适用于它出现的所有表。</numerusform>
        </translation>
    </message>
    <message>
        <source>cities of China (prefectures)</source>
        <translation>中国城市（地级）</translation>
    </message>
    <message>
        <source>whatever is written</source>
        <translation>照原文</translation>
    </message>
    <message>
        <source>Na&amp;mes are those of</source>
        <translation>地名属于(&amp;M)</translation>
    </message>
    <message>
        <source>Accept All &amp;Sure</source>
        <translation>接受全部有把握的(&amp;S)</translation>
    </message>
    <message>
        <source>Sure: one character differs from the only city its whole province lacks in that table.</source>
        <translation>有把握：与该表中全省唯一缺少的城市只差一个字。</translation>
    </message>
    <message>
        <source>Keep the Others as &amp;Written</source>
        <translation>其余照原文保留(&amp;W)</translation>
    </message>
    <message>
        <source>Leave the Others &amp;Out</source>
        <translation>其余不读取(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep as Written</source>
        <translation>照原文保留(&amp;K)</translation>
    </message>
    <message>
        <source>Leave O&amp;ut</source>
        <translation>不读取(&amp;U)</translation>
    </message>
    <message>
        <source>Rows of this name are not read.</source>
        <translation>不读取这个地名的各行。</translation>
    </message>
    <message>
        <source>Show o&amp;n the Sheet</source>
        <translation>在工作表中显示(&amp;N)</translation>
    </message>
    <message>
        <source>Names that match no place, or more than one</source>
        <translation>对应不到地区或对应不止一个的地名</translation>
    </message>
    <message>
        <source>The place the name stands for</source>
        <translation>该地名所代表的地区</translation>
    </message>
    <message>
        <source>Whose names the units have</source>
        <translation>个体的名称属于哪一类</translation>
    </message>
    <message>
        <source>Load a List of Places</source>
        <translation>读入地点名单</translation>
    </message>
    <message>
        <source>Lists of places: code, name, group, aliases (*.csv *.xlsx *.xls *.tsv *.txt)</source>
        <translation>地点名单：代码、名称、所属、别名 (*.csv *.xlsx *.xls *.tsv *.txt)</translation>
    </message>
    <message>
        <source>places of a list of your own</source>
        <translation>自备名单中的地点</translation>
    </message>
    <message>
        <source>Load a &amp;List…</source>
        <translation>读入名单(&amp;L)…</translation>
    </message>
    <message>
        <source>A table of counties, firms or another country&apos;s regions, with columns code, name, group and aliases</source>
        <translation>县、企业或其他国家地区的表格，列为代码、名称、所属和别名</translation>
    </message>
    <message>
        <source>no place has this code</source>
        <translation>没有地区使用此代码</translation>
    </message>
    <message>
        <source>county-level units directly under %1: no prefecture</source>
        <translation>%1直辖的县级单位：不是地级市</translation>
    </message>
    <message>
        <source>“%1” stan&amp;ds for</source>
        <translation>“%1”代表(&amp;D)</translation>
    </message>
    <message>
        <source>several places have this name: %1</source>
        <translation>有多个同名的地方：%1</translation>
    </message>
    <message>
        <source>A&amp;ccept</source>
        <translation>接受(&amp;C)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::NoResultView</name>
    <message>
        <source>Show the Step</source>
        <translation>显示该步骤</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::NoResults</name>
    <message>
        <source>Step %1 of the recipe did not run: %2</source>
        <translation>处理流程的第 %1 步未能运行：%2</translation>
    </message>
    <message>
        <source>All that comes after it waits, the studies too. Choose the step, then correct it or switch it off.</source>
        <translation>其后的一切都在等待，研究也是如此。请选中该步骤，改正它或将其关闭。</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>The recipe and the studies are being computed. The results appear here as soon as they are ready.</source>
        <translation>正在计算处理流程和研究。结果一旦就绪即显示在此处。</translation>
    </message>
    <message>
        <source>This study has no results</source>
        <translation>此研究没有结果</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>The computation was stopped. It starts again with the next change of the recipe or of a study.</source>
        <translation>计算已中止。下次更改处理流程或研究时会重新开始。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::NumberEdit</name>
    <message>
        <source>“%1” is not a number, so the value before it stays.</source>
        <translation>“%1”不是数字，仍保留原来的值。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::PanelExport</name>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Comma-separated values</source>
        <translation>逗号分隔值</translation>
    </message>
    <message>
        <source>Stata data</source>
        <translation>Stata 数据</translation>
    </message>
    <message>
        <source>Export the Panel</source>
        <translation>导出面板</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::PanelViews</name>
    <message>
        <source>Distribution of %1</source>
        <translation>%1 的分布</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Unit × period</source>
        <translation>单位 × 年份</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Views of the data</source>
        <translation>数据的视图</translation>
    </message>
    <message>
        <source>The panel: one row a unit-period, one column a variable</source>
        <translation>面板：每行一个城市—年份，每列一个变量</translation>
    </message>
    <message>
        <source>The variable: one row a unit, one column a period</source>
        <translation>该变量：每行一个单位，每列一年</translation>
    </message>
    <message>
        <source>2nd percentile: %1</source>
        <translation>第 2 百分位数：%1</translation>
    </message>
    <message>
        <source>98th percentile: %1</source>
        <translation>第 98 百分位数：%1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>No numeric variable is chosen</source>
        <translation>没有选中数值变量</translation>
    </message>
    <message>
        <source>Choose one in the list at the left to see it here.</source>
        <translation>请在左侧列表中选择一个，在此查看。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::PeriodStrip</name>
    <message numerus="yes">
        <source>%n table(s) say nowhere which year they are of. A yearbook&apos;s data are usually of the year before the one on its cover.</source>
        <translation>
            <numerusform>有 %n 张表没有写明年份。年鉴中的数据通常是封面年份的上一年。</numerusform>
        </translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Year of the data</source>
        <translation>数据年份(&amp;Y)</translation>
    </message>
    <message>
        <source>Year of the data</source>
        <translation>数据年份</translation>
    </message>
    <message>
        <source>For which files the year holds</source>
        <translation>年份适用于哪些文件</translation>
    </message>
    <message>
        <source>e.g. 2012</source>
        <translation>如 2012</translation>
    </message>
    <message>
        <source>for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Set Year</source>
        <translation>设定年份</translation>
    </message>
    <message>
        <source>“%1” is not a year from 1900 to 2100.</source>
        <translation>“%1”不是 1900 至 2100 之间的年份。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::PlanVariablesModel</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 张表</numerusform>
        </translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::PreparePage</name>
    <message>
        <source>City yearbook standard</source>
        <translation>城市年鉴标准流程</translation>
    </message>
    <message>
        <source>Efficiency study: with capital and energy</source>
        <translation>效率研究：含资本存量与能源</translation>
    </message>
    <message>
        <source>No data to prepare yet</source>
        <translation>尚无可处理的数据</translation>
    </message>
    <message>
        <source>Import yearbook files first; then gaps, outliers, prices and groups are dealt with here.</source>
        <translation>请先导入年鉴文件，之后可在此处理缺失值、异常值、价格和分组。</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>The data have no continuous variables to prepare.</source>
        <translation>数据中没有可处理的连续变量。</translation>
    </message>
    <message>
        <source>Apply “%1”</source>
        <translation>应用“%1”</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Steps to add, by purpose</source>
        <translation>可添加的步骤（按用途）</translation>
    </message>
    <message>
        <source>Ready-made recipes</source>
        <translation>现成流程</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>应用(&amp;Y)</translation>
    </message>
    <message>
        <source>Adds its steps to the recipe, fitted to these data; one undo takes them out again</source>
        <translation>按当前数据添加其中的步骤；撤销一次即可全部移除</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ProblemsModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Choose a problem to open its place.</source>
        <translation>选择一个问题即可打开其所在位置。</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s). Choose one to open its place.</source>
        <translation>
            <numerusform>%n 个问题。选择一个即可打开其所在位置。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ProductivityTab</name>
    <message>
        <source>Productivity index</source>
        <translation>生产率指数</translation>
    </message>
    <message>
        <source>%1 of %2 pairs have no feasible solution and are not in the means.</source>
        <translation>%2 对中有 %1 对无可行解，未计入均值。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ProjectFiles</name>
    <message>
        <source>CityPanel projects (*.citypanel)</source>
        <translation>CityPanel 项目 (*.citypanel)</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>This is the sample project. Save it under a name of your own to keep what you change.</source>
        <translation>这是示例项目。如需保留修改，请另存为您自己的文件。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Save Project As</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>The project “%1” has changes that are not saved.</source>
        <translation>项目“%1”有未保存的更改。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard Changes</source>
        <translation>放弃更改(&amp;D)</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Data files (%1)</source>
        <translation>数据文件 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>a project that was never saved</source>
        <translation>从未保存过的项目</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Unfinished import</source>
        <translation>尚未完成的导入</translation>
    </message>
    <message>
        <source>Files were chosen that are not imported yet. What was decided of them would be lost.</source>
        <translation>已选择的文件尚未导入，对它们所做的决定将会丢失。</translation>
    </message>
    <message>
        <source>&amp;Discard the Import</source>
        <translation>放弃导入(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go On Importing</source>
        <translation>继续导入(&amp;G)</translation>
    </message>
    <message>
        <source>What you do now would be lost in a crash: %1 Save the project, if need be on another disk.</source>
        <translation>此时的操作在程序崩溃时会丢失：%1请保存项目，必要时保存到其他磁盘。</translation>
    </message>
    <message>
        <source>CityPanel did not close properly. Unsaved changes of %1 from %2 can be restored.</source>
        <translation>CityPanel 上次未正常退出。%1 在 %2 有未保存的更改，可以恢复。</translation>
    </message>
    <message>
        <source>They are older than the file, which was saved at %1.</source>
        <translation>这些更改早于该文件：文件在 %1 又保存过。</translation>
    </message>
    <message>
        <source>No sample project is installed beside this program. It comes with the package and with a full build (share/citypanel/samples); if you have its file elsewhere, use File &gt; Open Project.</source>
        <translation>本程序旁没有安装示例项目。示例项目随安装包和完整构建提供（share/citypanel/samples）；若其文件在别处，请用“文件 &gt; 打开项目”。</translation>
    </message>
    <message>
        <source>“%1” is open in another window, with changes that are not saved there. Save it under another name here, or close it in one of the two.</source>
        <translation>“%1”正在另一个窗口中打开，那里有尚未保存的更改。请在此另存为其他名称，或在其中一个窗口中关闭它。</translation>
    </message>
    <message>
        <source>The file has changed</source>
        <translation>文件已被更改</translation>
    </message>
    <message>
        <source>“%1” was saved by another window or program since it was opened here. Saving here would lose what was saved there.</source>
        <translation>“%1”在此打开之后，已被另一个窗口或程序保存过。在此保存会丢失那里保存的内容。</translation>
    </message>
    <message>
        <source>&amp;Replace What Was Saved</source>
        <translation>替换已保存的内容(&amp;R)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Unfinished work</source>
        <translation>未完成的内容</translation>
    </message>
    <message>
        <source>Filled in and not part of the project yet:</source>
        <translation>已填写、尚未成为项目的一部分：</translation>
    </message>
    <message>
        <source>&amp;Discard It</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go On Editing</source>
        <translation>继续填写(&amp;G)</translation>
    </message>
    <message>
        <source>%1 (changed last: %2)</source>
        <translation>%1（最后更改：%2）</translation>
    </message>
    <message>
        <source>CityPanel did not close properly. Unsaved changes of %1 from %2 can be restored once that file, which is gone and holds their data, is back in its place or opened at its new one.</source>
        <translation>CityPanel 上次未正常退出。%1 在 %2 时有未保存的更改；该文件已不在原处，而数据保存在其中：将文件放回原处或在新位置打开后即可恢复。</translation>
    </message>
    <message>
        <source>CityPanel did not close properly. Unsaved changes of %1 from %2 can be restored. That file is gone: they open as a project that is not saved.</source>
        <translation>CityPanel 上次未正常退出。%1 在 %2 有未保存的更改，可以恢复。该文件已不在原处：恢复后为未保存的项目。</translation>
    </message>
    <message>
        <source>After it another state of this project is offered: %1.</source>
        <translation>之后还可恢复该项目的另一状态：%1。</translation>
    </message>
    <message>
        <source>“%1” is open in another window, with changes that are not saved there. Two windows that save one file lose what one of them did.</source>
        <translation>“%1”已在另一窗口打开，且其中有未保存的更改。两个窗口保存同一文件，会丢失其中一个窗口的工作。</translation>
    </message>
    <message>
        <source>The file is open elsewhere</source>
        <translation>文件已在别处打开</translation>
    </message>
    <message>
        <source>&amp;Replace the File</source>
        <translation>替换该文件(&amp;R)</translation>
    </message>
    <message>
        <source>They are not of the project that is open.</source>
        <translation>这些更改不属于当前打开的项目。</translation>
    </message>
    <message>
        <source>Discard unsaved changes</source>
        <translation>放弃未保存的更改</translation>
    </message>
    <message>
        <source>These changes are kept nowhere else. Discarding them cannot be undone.</source>
        <translation>这些更改没有其他副本，放弃后无法恢复。</translation>
    </message>
    <message>
        <source>&amp;Keep Them</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Saved without the files that are not imported yet, and what was decided of them: press Import, and save again.</source>
        <translation>已保存，但不含尚未导入的文件和对它们的决定：请先导入，再保存。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ProjectSession</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>恢复未保存的工作</translation>
    </message>
    <message>
        <source>Edit step</source>
        <translation>编辑步骤</translation>
    </message>
    <message>
        <source>unfinished import</source>
        <translation>未完成的导入</translation>
    </message>
    <message>
        <source>form of a step</source>
        <translation>步骤表单</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::RankingView</name>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Ranking by mean score</source>
        <translation>按平均得分排名</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ReadingView</name>
    <message>
        <source>Mean by period</source>
        <translation>各年均值</translation>
    </message>
    <message>
        <source>Distribution by period</source>
        <translation>各年分布</translation>
    </message>
    <message>
        <source>Mean by group</source>
        <translation>分组均值</translation>
    </message>
    <message>
        <source>Highest and lowest units</source>
        <translation>最高与最低的单位</translation>
    </message>
    <message>
        <source>Profile of a unit</source>
        <translation>单位剖面</translation>
    </message>
    <message>
        <source>Reading of the index</source>
        <translation>指数解读</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>mean of all rows</source>
        <translation>全样本均值</translation>
    </message>
    <message>
        <source>normalised value</source>
        <translation>标准化值</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>N</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Mean of all rows</source>
        <translation>全部观测的均值</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::RecipeModel</name>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Cannot run</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <source>Waits for the step above</source>
        <translation>等待上面的步骤</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::RecipePanel</name>
    <message>
        <source>Delete step</source>
        <translation>删除步骤</translation>
    </message>
    <message>
        <source>Move step</source>
        <translation>移动步骤</translation>
    </message>
    <message>
        <source>Switch step on</source>
        <translation>启用步骤</translation>
    </message>
    <message>
        <source>Switch step off</source>
        <translation>停用步骤</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>处理流程</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation>处理流程的步骤</translation>
    </message>
    <message>
        <source>Space switches a step on or off, Alt+Up and Alt+Down move it, Enter edits it.</source>
        <translation>空格键启用或停用，Alt+上/下移动，回车编辑。</translation>
    </message>
    <message>
        <source>No steps yet: the data go to the models as they were read.

Add a step to fill gaps, limit outliers, calculate a variable or choose a sample.</source>
        <translation>还没有步骤：数据按读入时的样子进入模型。

可添加步骤来插补缺失值、处理极端值、计算变量或筛选样本。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::RegressionPage</name>
    <message>
        <source>No data to estimate on</source>
        <translation>没有可供估计的数据</translation>
    </message>
    <message>
        <source>Models need a panel. Import yearbook files or open a project first.</source>
        <translation>模型需要面板数据。请先导入年鉴文件或打开项目。</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Rename table</source>
        <translation>重命名表格</translation>
    </message>
    <message>
        <source>Language of tables</source>
        <translation>表格语言</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>表 %1</translation>
    </message>
    <message>
        <source>Change model %1</source>
        <translation>修改模型 %1</translation>
    </message>
    <message>
        <source>Add table</source>
        <translation>添加表格</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>删除表格</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Delete model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Move model</source>
        <translation>移动模型</translation>
    </message>
    <message>
        <source>Table; type to rename it</source>
        <translation>表格；输入文字可重命名</translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>添加表格</translation>
    </message>
    <message>
        <source>Delete this table</source>
        <translation>删除此表格</translation>
    </message>
    <message>
        <source>Add a model as a copy of this one (Ctrl+D)</source>
        <translation>复制当前模型为新模型 (Ctrl+D)</translation>
    </message>
    <message>
        <source>outcome ~ regressors | fixed effects</source>
        <translation>被解释变量 ~ 解释变量 | 固定效应</translation>
    </message>
    <message>
        <source>Formula of the model</source>
        <translation>模型公式</translation>
    </message>
    <message>
        <source>y ~ x1 + x2 | city + year | endogenous ~ instrument; lag(x, 1), log(x), x:z, i(group, x), I(x^2). Enter applies it.</source>
        <translation>y ~ x1 + x2 | city + year | 内生变量 ~ 工具变量；lag(x, 1)、log(x)、x:z、i(group, x)、I(x^2)。按回车应用。</translation>
    </message>
    <message>
        <source>Models of the table</source>
        <translation>表格中的模型</translation>
    </message>
    <message>
        <source>Delete this model</source>
        <translation>删除此模型</translation>
    </message>
    <message>
        <source>Table lang&amp;uage:</source>
        <translation>表格语言(&amp;U)：</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>formula of model %1: %2</source>
        <translation>模型 %1 的公式：%2</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ResultList</name>
    <message>
        <source>Methods paragraph</source>
        <translation>方法说明</translation>
    </message>
    <message>
        <source>Data appendix</source>
        <translation>数据附录</translation>
    </message>
    <message>
        <source>Order of the report</source>
        <translation>报告顺序</translation>
    </message>
    <message>
        <source>Contents of the report</source>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Tables and figures; Enter opens the models</source>
        <translation>表格与图；按回车打开模型</translation>
    </message>
    <message>
        <source>Tick what belongs in the report, drag to change the order</source>
        <translation>勾选要放入报告的内容，拖动可调整顺序</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ResultTable</name>
    <message>
        <source>Table of results</source>
        <translation>结果表</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::RoleTable</name>
    <message>
        <source>drop variables here</source>
        <translation>把变量拖到这里</translation>
    </message>
    <message>
        <source>Delete takes a variable away. The last column is its weight among the slacks; empty is the usual weight.</source>
        <translation>按 Delete 移除变量。最后一列为松弛量权重，留空为常用权重。</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::RowTools</name>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>“%1” is nowhere in the rows shown</source>
        <translation>所示各行中没有“%1”</translation>
    </message>
    <message>
        <source>Rows where, e.g. gdp &gt; 1000 and year &gt;= 2015</source>
        <translation>筛选行，例如 gdp &gt; 1000 and year &gt;= 2015</translation>
    </message>
    <message>
        <source>Condition for the rows shown</source>
        <translation>所示行的条件</translation>
    </message>
    <message>
        <source>Enter shows the rows that fit; only the view changes, not the data</source>
        <translation>按回车显示符合条件的行；只改变视图，不改变数据</translation>
    </message>
    <message>
        <source>Find a text or number</source>
        <translation>查找文字或数字</translation>
    </message>
    <message>
        <source>Enter goes to the next cell that contains it</source>
        <translation>按回车跳到下一个包含该内容的单元格</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ScoresModel</name>
    <message>
        <source>slack: %1</source>
        <translation>松弛量：%1</translation>
    </message>
    <message>
        <source>unified efficiency</source>
        <translation>统一效率</translation>
    </message>
    <message>
        <source>performance: %1</source>
        <translation>绩效：%1</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>peers (λ)</source>
        <translation>参照单元（λ）</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ScoresTab</name>
    <message>
        <source>Find a unit, period or status</source>
        <translation>查找单元、时期或状态</translation>
    </message>
    <message>
        <source>Scores; Enter shows the slacks and peers of a row</source>
        <translation>得分；按 Enter 查看该行的松弛量与参照单元</translation>
    </message>
    <message>
        <source>Double click or Enter shows the slacks and peers of a row</source>
        <translation>双击或按 Enter 查看该行的松弛量与参照单元</translation>
    </message>
    <message>
        <source>Mean %1. %2.</source>
        <translation>均值 %1。%2。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ScriptExport</name>
    <message>
        <source>Stata script and data (*.zip)</source>
        <translation>Stata 脚本与数据 (*.zip)</translation>
    </message>
    <message>
        <source>R script (fixest) and data (*.zip)</source>
        <translation>R 脚本（fixest）与数据 (*.zip)</translation>
    </message>
    <message>
        <source>R script without packages and data (*.zip)</source>
        <translation>不用扩展包的 R 脚本与数据 (*.zip)</translation>
    </message>
    <message>
        <source>Export as a Script</source>
        <translation>导出为脚本</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::SensitivityView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>around the weights in use</source>
        <translation>以当前权重为中心</translation>
    </message>
    <message>
        <source>any weights that sum to 1</source>
        <translation>和为 1 的任意权重</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>随机权重</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>集中度</translation>
    </message>
    <message>
        <source>Dirichlet parameters are concentration times weight: the larger, the nearer the draws stay.</source>
        <translation>Dirichlet 参数为集中度 × 权重：越大，抽取的权重越接近当前权重。</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Coefficient over the draws</source>
        <translation>系数的分布</translation>
    </message>
    <message>
        <source>Ranks over the draws</source>
        <translation>排名的分布</translation>
    </message>
    <message>
        <source>Coefficient without each indicator</source>
        <translation>剔除各指标后的系数</translation>
    </message>
    <message>
        <source>How much hangs on the weights: draws random weights, estimates the pinned model anew with each, and leaves out each indicator in turn.</source>
        <translation>结果在多大程度上取决于权重：抽取随机权重，逐一重新估计所选模型，并依次剔除每个指标。</translation>
    </message>
    <message numerus="yes">
        <source>%n weighting(s) drawn.</source>
        <translation>
            <numerusform>已抽取 %n 组权重。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin a model that uses the index to see its coefficient.</source>
        <translation>请选择使用该指数的模型以查看其系数。</translation>
    </message>
    <message>
        <source>Coefficient: %1 in the middle, from %2 to %3 in 90 % of the draws; p below 0.05 in %4 % of them. With the weights in use: %5.</source>
        <translation>系数：中位数 %1，90% 的抽取介于 %2 与 %3 之间；其中 %4% 的 p 值小于 0.05。当前权重下：%5。</translation>
    </message>
    <message>
        <source>Rank, 90 % of the draws</source>
        <translation>排名（90% 的抽取）</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>weights in use</source>
        <translation>当前权重</translation>
    </message>
    <message>
        <source>Weights drawn from a Dirichlet distribution around those in use, concentration %1; %2 draws, seed %3.</source>
        <translation>权重在当前权重附近按狄利克雷分布抽取，集中度 %1；抽取 %2 次，随机种子 %3。</translation>
    </message>
    <message>
        <source>Weights drawn uniformly from all that sum to 1; %1 draws, seed %2.</source>
        <translation>权重在和为 1 的全部权重中均匀抽取；抽取 %1 次，随机种子 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n draw(s) without an estimate.</source>
        <translation>
            <numerusform>%n 次抽取未得到估计值。</numerusform>
        </translation>
    </message>
    <message>
        <source>The weights in use were tuned by hand.</source>
        <translation>当前权重经过手动调整。</translation>
    </message>
    <message>
        <source>Coefficient over random weights</source>
        <translation>随机权重下的系数</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>统计量</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>估计次数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>5 % quantile</source>
        <translation>5% 分位数</translation>
    </message>
    <message>
        <source>25 % quantile</source>
        <translation>25% 分位数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>75 % quantile</source>
        <translation>75% 分位数</translation>
    </message>
    <message>
        <source>95 % quantile</source>
        <translation>95% 分位数</translation>
    </message>
    <message>
        <source>Share with p &lt; 0.05</source>
        <translation>p &lt; 0.05 的比例</translation>
    </message>
    <message>
        <source>With the weights in use</source>
        <translation>当前权重下</translation>
    </message>
    <message>
        <source>Ranks over random weights</source>
        <translation>随机权重下的名次</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Rank in use</source>
        <translation>当前名次</translation>
    </message>
    <message>
        <source>5 %</source>
        <translation>5%</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95%</translation>
    </message>
    <message>
        <source>One indicator left out at a time</source>
        <translation>逐一剔除指标</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>剔除的指标</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p 值</translation>
    </message>
    <message>
        <source>The weight of the indicator is spread over the others in proportion.</source>
        <translation>被剔除指标的权重按比例分给其余指标。</translation>
    </message>
    <message>
        <source>Coef.</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>SE</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>Rank corr.</source>
        <translation>秩相关</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::SheetGrid</name>
    <message>
        <source>These rows are</source>
        <translation>这些行是</translation>
    </message>
    <message>
        <source>&amp;Header	H</source>
        <translation>表头(&amp;H)	H</translation>
    </message>
    <message>
        <source>&amp;Data	B</source>
        <translation>数据(&amp;D)	B</translation>
    </message>
    <message>
        <source>&amp;Units of measure	U</source>
        <translation>计量单位(&amp;U)	U</translation>
    </message>
    <message>
        <source>&amp;Notes, not read	N</source>
        <translation>注释，不读取(&amp;N)	N</translation>
    </message>
    <message>
        <source>This column holds</source>
        <translation>这一列是</translation>
    </message>
    <message>
        <source>Na&amp;mes of cities</source>
        <translation>城市名称(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Years</source>
        <translation>年份(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>数值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>Not&amp;hing to read</source>
        <translation>不读取(&amp;I)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::SheetModel</name>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>units</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>读作 %1</translation>
    </message>
    <message>
        <source>read as missing</source>
        <translation>读作缺失</translation>
    </message>
    <message>
        <source>Hidden in the file; read all the same.</source>
        <translation>在文件中隐藏，仍会读取。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::SheetPanel</name>
    <message>
        <source>“%1” has to be decided on the page of names.</source>
        <translation>“%1”需在“地名”页中决定。</translation>
    </message>
    <message>
        <source>doubtful, Enter: next</source>
        <translation>存疑，回车键转到下一处</translation>
    </message>
    <message>
        <source>Select rows and press H, U, B or N to say what they are.</source>
        <translation>选中若干行后按 H、U、B 或 N 说明它们是什么。</translation>
    </message>
    <message>
        <source>The sheet as it stands in the file</source>
        <translation>文件中的工作表原貌</translation>
    </message>
    <message>
        <source>H marks the selected rows as header, U as units of measure, B as data, N as notes; Enter goes to the next doubtful cell.</source>
        <translation>H 把所选行标为表头，U 标为计量单位，B 标为数据，N 标为注释；回车键转到下一个存疑的单元格。</translation>
    </message>
    <message>
        <source>Columns and the variables they become</source>
        <translation>各列及对应的变量</translation>
    </message>
    <message>
        <source>Columns of this sheet</source>
        <translation>本工作表的各列</translation>
    </message>
    <message>
        <source>This key marks rows: choose rows by their numbers, or cells in them.</source>
        <translation>此键用于标记行：请按行号选择行，或选择其中的单元格。</translation>
    </message>
    <message>
        <source>No rows of data would be left: nothing was marked.</source>
        <translation>标记后将没有数据行，未作更改。</translation>
    </message>
    <message>
        <source>No heading over the columns says a year: nothing was changed.</source>
        <translation>各列的表头中没有年份，未作更改。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::SpecPanel</name>
    <message>
        <source>Choose an outcome: select a variable and press Y.</source>
        <translation>请指定被解释变量：选中变量后按 Y。</translation>
    </message>
    <message>
        <source>Choose a regressor: select a variable and press X.</source>
        <translation>请指定解释变量：选中变量后按 X。</translation>
    </message>
    <message>
        <source>Choose the standard errors: they are never assumed.</source>
        <translation>请选择标准误：程序不作默认假定。</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>被解释变量(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Standard errors</source>
        <translation>标准误(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;mall-sample convention</source>
        <translation>小样本校正惯例(&amp;M)</translation>
    </message>
    <message>
        <source>Sam&amp;ple: rows where</source>
        <translation>样本条件(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Instrumented regressors</source>
        <translation>内生解释变量(&amp;I)</translation>
    </message>
    <message>
        <source>I&amp;nstruments</source>
        <translation>工具变量(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>all rows; e.g. year &gt;= 2012</source>
        <translation>全部样本；例如 year &gt;= 2012</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>e.g. city + year</source>
        <translation>例如 city + year</translation>
    </message>
    <message>
        <source>Select a variable and press Y outcome, X core regressor, C control, F fixed effect, N instrumented, Z instrument, L cluster; or drag it to a line below.</source>
        <translation>选中变量后按 Y（被解释变量）、X（核心解释变量）、C（控制变量）、F（固定效应）、N（内生变量）、Z（工具变量）、L（聚类变量），或拖到下面的输入框。</translation>
    </message>
    <message>
        <source>Es&amp;timator</source>
        <translation>估计方法(&amp;T)</translation>
    </message>
    <message>
        <source>Least squares (2SLS)</source>
        <translation>最小二乘（2SLS）</translation>
    </message>
    <message>
        <source>Random effects</source>
        <translation>随机效应</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>组间估计</translation>
    </message>
    <message>
        <source>First differences</source>
        <translation>一阶差分</translation>
    </message>
    <message>
        <source>LIML</source>
        <translation>LIML</translation>
    </message>
    <message>
        <source>Two-step GMM</source>
        <translation>两步 GMM</translation>
    </message>
    <message>
        <source>Least squares: with fixed effects, two-stage where there are instruments. Random effects and between: without fixed effects. LIML and GMM: with instruments.</source>
        <translation>最小二乘：可含固定效应，有工具变量时为两阶段。随机效应与组间估计：不含固定效应。LIML 和 GMM：须有工具变量。</translation>
    </message>
    <message>
        <source>&amp;Core regressors</source>
        <translation>核心解释变量(&amp;C)</translation>
    </message>
    <message>
        <source>Contro&amp;ls</source>
        <translation>控制变量(&amp;L)</translation>
    </message>
    <message>
        <source>Fixe&amp;d effects</source>
        <translation>固定效应(&amp;D)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StartPage</name>
    <message>
        <source>CityPanel</source>
        <translation>CityPanel</translation>
    </message>
    <message>
        <source>From yearbook files to the tables of a paper: read, prepare, estimate, export. You may also drop files anywhere in this window.</source>
        <translation>从年鉴文件到论文表格：读取、整理、估计、导出。也可以把文件拖到窗口的任意位置。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Yearbook workbooks, CSV, Stata or SPSS files become one panel of units and periods.</source>
        <translation>将年鉴工作簿、CSV、Stata 或 SPSS 文件合并为一个城市—年份面板。</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>A .citypanel file holds its sources, recipe and tables.</source>
        <translation>.citypanel 文件包含原始数据、处理流程和表格。</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>A small study that is complete: look round and change it.</source>
        <translation>一项完整的小型研究，可随意查看和修改。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StatisticsTab</name>
    <message>
        <source>Statistics shown</source>
        <translation>显示的统计</translation>
    </message>
    <message>
        <source>Statistics by period</source>
        <translation>分时期统计</translation>
    </message>
    <message>
        <source>Ranking of units</source>
        <translation>单元排名</translation>
    </message>
    <message>
        <source>Potential for improvement</source>
        <translation>改进潜力</translation>
    </message>
    <message>
        <source>Statistics by %1</source>
        <translation>按 %1 统计</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StatusStrip</name>
    <message>
        <source>Calculating</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>Progress of the calculation</source>
        <translation>计算进度</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消 (Esc)</translation>
    </message>
    <message>
        <source>Cancel the calculation</source>
        <translation>取消计算</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>A gap is a unit-period that has no row.</source>
        <translation>空缺指没有对应行的城市—年份。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 × %2, %3, %4, %5</source>
        <translation>%1 × %2，%3，%4，%5</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StepCodePane</name>
    <message>
        <source>No commands: a script goes on from the data after this step.</source>
        <translation>没有对应命令：脚本从该步骤之后的数据继续。</translation>
    </message>
    <message>
        <source>In Stata and R</source>
        <translation>Stata 与 R 代码</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Commands of the step</source>
        <translation>该步骤的命令</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>The commands that do the same there; the whole project: File &gt; Export as a Script</source>
        <translation>在 Stata 与 R 中做同样处理的命令；整个项目见“文件”菜单的“导出为脚本”</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StepEditor</name>
    <message>
        <source>Edit step: %1</source>
        <translation>编辑步骤：%1</translation>
    </message>
    <message>
        <source>Add step: %1</source>
        <translation>添加步骤：%1</translation>
    </message>
    <message>
        <source>&amp;Add Step</source>
        <translation>添加步骤(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>Fill from the Gazetteer</source>
        <translation>从地名库填入</translation>
    </message>
    <message>
        <source>Sorts the units by a list of places: regions, resource-based cities, pilots</source>
        <translation>按地名库中的名单归类：区域、资源型城市、试点等</translation>
    </message>
    <message>
        <source>New step %1: %2</source>
        <translation>新步骤 %1：%2</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>新步骤</translation>
    </message>
    <message>
        <source>“%1” is filled in and not added to the recipe yet.</source>
        <translation>“%1”已填写，尚未加入处理流程。</translation>
    </message>
    <message>
        <source>&amp;Discard the Step</source>
        <translation>放弃该步骤(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go On Editing</source>
        <translation>继续填写(&amp;G)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StepForm</name>
    <message>
        <source>One carrier a line, e.g. electricity, 1e4_kwh, 0.1229
Units: %1
GB/T 2589-2020, kgce per kg, m3, kWh or MJ: %2</source>
        <translation>每行一种能源，例如 electricity, 1e4_kwh, 0.1229
单位：%1
GB/T 2589-2020 折标系数（千克标准煤/千克、立方米、千瓦时或兆焦）：%2</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StepPreviewPane</name>
    <message>
        <source>Changes nothing.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Preview:</source>
        <translation>预览：</translation>
    </message>
    <message>
        <source>%1, distribution</source>
        <translation>%1 的分布</translation>
    </message>
    <message>
        <source>%1, before (line) and after (bars)</source>
        <translation>%1：处理前（线）与处理后（柱）</translation>
    </message>
    <message>
        <source>Cells the step changes</source>
        <translation>该步骤改动的单元格</translation>
    </message>
    <message>
        <source>The first %1 of %2 changed cells</source>
        <translation>%2 个改动中的前 %1 个</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StepPurposes</name>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Prices, capital, energy</source>
        <translation>价格、资本、能源</translation>
    </message>
    <message>
        <source>Outliers and scale</source>
        <translation>异常值与标准化</translation>
    </message>
    <message>
        <source>New variables</source>
        <translation>新变量</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Columns and tables</source>
        <translation>列与表</translation>
    </message>
    <message>
        <source>Indices and efficiency</source>
        <translation>指数与效率</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StudiesPage</name>
    <message>
        <source>Descriptive statistics</source>
        <translation>描述性统计</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准回归</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>作用机制</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>稳健性检验</translation>
    </message>
    <message>
        <source>Heterogeneity</source>
        <translation>异质性分析</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>调节效应</translation>
    </message>
    <message>
        <source>Specification curve</source>
        <translation>设定曲线</translation>
    </message>
    <message>
        <source>No data to study</source>
        <translation>没有可分析的数据</translation>
    </message>
    <message>
        <source>Studies need a panel. Import yearbook files or open a project first.</source>
        <translation>实证分析需要面板数据。请先导入年鉴文件或打开项目。</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>No studies yet</source>
        <translation>尚无分析</translation>
    </message>
    <message>
        <source>A study makes a whole table with its figures from a few choices: descriptive statistics, baseline, mechanism, robustness, heterogeneity, moderation, specification curve.</source>
        <translation>一项分析由几个选择生成整张表和相应的图：描述性统计、基准回归、作用机制、稳健性检验、异质性分析、调节效应、设定曲线。</translation>
    </message>
    <message>
        <source>New Study</source>
        <translation>新建分析</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Add study</source>
        <translation>新建分析</translation>
    </message>
    <message>
        <source>Rename study</source>
        <translation>重命名分析</translation>
    </message>
    <message>
        <source>Duplicate study</source>
        <translation>复制分析</translation>
    </message>
    <message>
        <source>Delete study</source>
        <translation>删除分析</translation>
    </message>
    <message>
        <source>Change study</source>
        <translation>修改分析</translation>
    </message>
    <message>
        <source>Split at the median</source>
        <translation>按中位数分组</translation>
    </message>
    <message>
        <source>Duplicate this study</source>
        <translation>复制此分析</translation>
    </message>
    <message>
        <source>Delete this study</source>
        <translation>删除此分析</translation>
    </message>
    <message>
        <source>Studies; F2 renames</source>
        <translation>分析列表；按F2重命名</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StudyForm</name>
    <message>
        <source>Caption</source>
        <translation>表题</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>And by</source>
        <translation>再分组</translation>
    </message>
    <message>
        <source>Correlations</source>
        <translation>相关系数</translation>
    </message>
    <message>
        <source>Variance inflation of the model</source>
        <translation>方差膨胀因子所用模型</translation>
    </message>
    <message>
        <source>Only rows where</source>
        <translation>样本限于</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>各列</translation>
    </message>
    <message>
        <source>One for each core regressor</source>
        <translation>每列一个核心解释变量</translation>
    </message>
    <message>
        <source>Controls stepwise</source>
        <translation>逐步加入控制变量</translation>
    </message>
    <message>
        <source>Fixed effects stepwise</source>
        <translation>逐步加入固定效应</translation>
    </message>
    <message>
        <source>Mediators</source>
        <translation>中介变量</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Two steps (effect on the mediator)</source>
        <translation>两步法（对中介变量的影响）</translation>
    </message>
    <message>
        <source>Three steps, Sobel and bootstrap</source>
        <translation>三步法、Sobel检验与自助法</translation>
    </message>
    <message>
        <source>Bootstrap repetitions (three steps)</source>
        <translation>自助法重复次数（三步法）</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>分组变量</translation>
    </message>
    <message>
        <source>New split at the median of</source>
        <translation>按中位数新建分组</translation>
    </message>
    <message>
        <source>Column of all rows</source>
        <translation>全样本列</translation>
    </message>
    <message>
        <source>Tests of the difference</source>
        <translation>组间差异检验</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>置换次数</translation>
    </message>
    <message>
        <source>Quadrants: four groups of</source>
        <translation>四象限：四类分组</translation>
    </message>
    <message>
        <source>Quadrants: across</source>
        <translation>四象限：横轴</translation>
    </message>
    <message>
        <source>Quadrants: up</source>
        <translation>四象限：纵轴</translation>
    </message>
    <message>
        <source>Moderators</source>
        <translation>调节变量</translation>
    </message>
    <message>
        <source>Effects at the percentiles</source>
        <translation>取效应的百分位</translation>
    </message>
    <message>
        <source>Every subset of the controls</source>
        <translation>控制变量的全部子集</translation>
    </message>
    <message>
        <source>Other core regressors</source>
        <translation>其他核心解释变量</translation>
    </message>
    <message>
        <source>Other outcomes</source>
        <translation>其他被解释变量</translation>
    </message>
    <message>
        <source>Other fixed effects (a set a line)</source>
        <translation>其他固定效应（每行一组）</translation>
    </message>
    <message>
        <source>Other standard errors</source>
        <translation>更换标准误</translation>
    </message>
    <message>
        <source>Winsorised at (%)</source>
        <translation>缩尾（%）</translation>
    </message>
    <message>
        <source>Other samples (a condition a line)</source>
        <translation>其他样本（每行一个条件）</translation>
    </message>
    <message>
        <source>Repetitions of the joint tests (0: none)</source>
        <translation>联合检验重复次数（0为不做）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>被解释变量</translation>
    </message>
    <message>
        <source>Core regressors</source>
        <translation>核心解释变量</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控制变量</translation>
    </message>
    <message>
        <source>Fixed effects</source>
        <translation>固定效应</translation>
    </message>
    <message>
        <source>Standard errors</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>Robust (HC1)</source>
        <translation>异方差稳健（HC1）</translation>
    </message>
    <message>
        <source>Classical</source>
        <translation>经典（同方差）</translation>
    </message>
    <message>
        <source>Clustered by %1</source>
        <translation>按 %1 聚类</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>交互项</translation>
    </message>
    <message>
        <source>Permutation by city</source>
        <translation>按城市置换</translation>
    </message>
    <message>
        <source>Choose a variable…</source>
        <translation>选择变量…</translation>
    </message>
    <message>
        <source>Suest</source>
        <translation>suest</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StudyResults</name>
    <message>
        <source>Click a point, a group or a column to select its cities.</source>
        <translation>单击点、组或列，选中其城市。</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>已选：%1</translation>
    </message>
    <message numerus="yes">
        <source>Selected: %1, %n cities</source>
        <translation>
            <numerusform>已选：%1，%n 个城市</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables of the study</source>
        <translation>分析的表</translation>
    </message>
    <message>
        <source>Figures of the study</source>
        <translation>分析的图</translation>
    </message>
    <message>
        <source>Figures of the study; F2 in the figure shows its numbers</source>
        <translation>分析的图；在图中按F2显示数值</translation>
    </message>
    <message>
        <source>Show in the Data</source>
        <translation>在数据页显示</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Model %1 of %2</source>
        <translation>%2的模型 %1</translation>
    </message>
    <message>
        <source>Copy a column to the models</source>
        <translation>把一列复制到模型</translation>
    </message>
    <message>
        <source>Copy to Models</source>
        <translation>复制到模型页</translation>
    </message>
    <message>
        <source>A table of the page of models that begins with this column</source>
        <translation>在模型页新建以该列开头的表格</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StylePanel</name>
    <message>
        <source>Table style</source>
        <translation>表格样式</translation>
    </message>
    <message>
        <source>Figure style</source>
        <translation>图形样式</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Keep table style</source>
        <translation>保存表格样式</translation>
    </message>
    <message>
        <source>Keep Style</source>
        <translation>保存样式</translation>
    </message>
    <message>
        <source>Name of the style:</source>
        <translation>样式名称：</translation>
    </message>
    <message>
        <source>Open Style</source>
        <translation>打开样式</translation>
    </message>
    <message>
        <source>Table style (*.json)</source>
        <translation>表格样式 (*.json)</translation>
    </message>
    <message>
        <source>Save Style</source>
        <translation>另存样式</translation>
    </message>
    <message>
        <source>style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Forget table style</source>
        <translation>删除表格样式</translation>
    </message>
    <message>
        <source>Style of all tables</source>
        <translation>全部表格的样式</translation>
    </message>
    <message>
        <source>Keep, open and save styles</source>
        <translation>保存、打开和另存样式</translation>
    </message>
    <message>
        <source>&amp;Keep in the Project…</source>
        <translation>保存到项目(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Forget the Chosen One</source>
        <translation>删除所选样式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open Style…</source>
        <translation>打开样式(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save Style…</source>
        <translation>另存样式(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::TableEditsPanel</name>
    <message>
        <source>Edit table</source>
        <translation>编辑表格</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>表格的行</translation>
    </message>
    <message>
        <source>Untick to leave out, drag to move, double-click (F2) to rename; a label holds for all tables</source>
        <translation>取消勾选即不显示，拖动可移动，双击（F2）可改名；标签对全部表格有效</translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation>上移该行</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>下移该行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Headings of the columns</source>
        <translation>列标题</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>Undo All Changes of This Table</source>
        <translation>撤销对本表的全部修改</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::TableExport</name>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>LaTeX source</source>
        <translation>LaTeX 源文件</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>Markdown 文本</translation>
    </message>
    <message>
        <source>Comma-separated values</source>
        <translation>逗号分隔值</translation>
    </message>
    <message>
        <source>JSON, every digit</source>
        <translation>JSON（完整精度）</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Export Table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>RTF 富文本</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::TablesPage</name>
    <message>
        <source>No tables yet</source>
        <translation>还没有表格</translation>
    </message>
    <message>
        <source>Estimate a model first: its table and figure appear here, ready to be written to Word and other formats.</source>
        <translation>请先估计模型：表格和图会出现在这里，可导出为 Word 等格式。</translation>
    </message>
    <message>
        <source>Go to the Models</source>
        <translation>前往模型</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Export &amp;Table…</source>
        <translation>导出表格(&amp;T)…</translation>
    </message>
    <message>
        <source>Export A&amp;ll Tables…</source>
        <translation>导出全部表格(&amp;L)…</translation>
    </message>
    <message>
        <source>This Figure</source>
        <translation>本图</translation>
    </message>
    <message>
        <source>This Table</source>
        <translation>本表</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;Numbers (*.csv)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;数值 (*.csv)</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Word document (*.docx);;Web page (*.html);;Rich text (*.rtf);;LaTeX with its figures (*.zip)</source>
        <translation>Word 文档 (*.docx);;网页 (*.html);;RTF 富文本 (*.rtf);;LaTeX 及其图形 (*.zip)</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>The ticked tables in one file, in their order</source>
        <translation>把勾选的表格按顺序写入一个文件</translation>
    </message>
    <message>
        <source>Tables, figures, methods and data appendix in one document</source>
        <translation>把表格、图形、方法说明和数据附录写成一个文档</translation>
    </message>
    <message>
        <source>Export F&amp;igure…</source>
        <translation>导出图(&amp;I)…</translation>
    </message>
    <message>
        <source>Export Re&amp;port…</source>
        <translation>导出报告(&amp;P)…</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::VariableList</name>
    <message>
        <source>Find a variable</source>
        <translation>查找变量</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>A number at the right is the share of rows without a value.</source>
        <translation>右侧数字是缺失值所占的比例。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::VariableSummary</name>
    <message>
        <source>Values</source>
        <translation>有值</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>不同取值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>25th percentile</source>
        <translation>25% 分位数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>75th percentile</source>
        <translation>75% 分位数</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::VariablesPanel</name>
    <message>
        <source>Import mappings (*.json)</source>
        <translation>导入映射 (*.json)</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Converted to</source>
        <translation>换算为</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>已换算</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>to decide (sure)</source>
        <translation>待决定（有把握）</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Save Mapping</source>
        <translation>保存映射</translation>
    </message>
    <message>
        <source>Apply Mapping</source>
        <translation>应用映射</translation>
    </message>
    <message>
        <source>Find a variable</source>
        <translation>查找变量</translation>
    </message>
    <message>
        <source>Variables of all ticked sheets; F2 changes a name</source>
        <translation>所有勾选工作表的变量；F2 键更改名称</translation>
    </message>
    <message>
        <source>Sc&amp;ope</source>
        <translation>口径(&amp;O)</translation>
    </message>
    <message>
        <source>Which scope is read</source>
        <translation>读取哪种口径</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>whole city (全市)</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>city districts (市辖区)</source>
        <translation>市辖区</translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation>替换为(&amp;B)</translation>
    </message>
    <message>
        <source>Text to be replaced in names</source>
        <translation>名称中要替换的文字</translation>
    </message>
    <message>
        <source>What replaces it</source>
        <translation>替换成的文字</translation>
    </message>
    <message>
        <source>In the selected variables, or in all that are listed.</source>
        <translation>作用于所选变量；未选多个时作用于列出的全部变量。</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Untick</source>
        <translation>取消勾选</translation>
    </message>
    <message>
        <source>&amp;Save Mapping…</source>
        <translation>保存映射(&amp;S)…</translation>
    </message>
    <message>
        <source>Keeps names, units, labels and decisions for next year&apos;s files.</source>
        <translation>保存名称、计量单位、标签和决定，供下一年的文件使用。</translation>
    </message>
    <message>
        <source>Apply &amp;Mapping…</source>
        <translation>应用映射(&amp;M)…</translation>
    </message>
    <message>
        <source>Units of measure that differ.</source>
        <translation>计量单位不同。</translation>
    </message>
    <message>
        <source>These tables give a variable in another unit than the others do.</source>
        <translation>这些表中变量的计量单位与其他表不同。</translation>
    </message>
    <message>
        <source>Units of measure that differ</source>
        <translation>不同的计量单位</translation>
    </message>
    <message>
        <source>Sure: converted, the values are as large as in the other tables; as they stand, they are not.</source>
        <translation>有把握：换算后数值与其他表大小相当，不换算则不然。</translation>
    </message>
    <message>
        <source>&amp;Convert</source>
        <translation>换算(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep as Written</source>
        <translation>照原文保留(&amp;K)</translation>
    </message>
    <message>
        <source>mapping.json</source>
        <translation>映射.json</translation>
    </message>
    <message>
        <source>“%1” is the name of the column of cities. Give the variable another name.</source>
        <translation>“%1”是城市列的名称，请给该变量另取名称。</translation>
    </message>
    <message>
        <source>“%1” is the name of the column of years. Give the variable another name.</source>
        <translation>“%1”是年份列的名称，请给该变量另取名称。</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>“%1” is in %2. Convert its values to %3, or is the unit in the file wrong and the values are in %3 already?</source>
        <translation>“%1”的单位是%2。要把数值换算成%3，还是文件中的单位有误、数值本来就以%3为单位？</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Con&amp;vert Values</source>
        <translation>换算数值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Only Correct the Unit</source>
        <translation>仅更正单位(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>替换(&amp;P)</translation>
    </message>
    <message>
        <source>Convert A&amp;ll Sure</source>
        <translation>换算全部有把握的(&amp;L)</translation>
    </message>
    <message>
        <source>In the &amp;names, replace</source>
        <translation>在名称中把(&amp;N)</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::WeightsView</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Share p</source>
        <translation>比重 p</translation>
    </message>
    <message>
        <source>Entropy e</source>
        <translation>信息熵 e</translation>
    </message>
    <message>
        <source>d = 1 − e</source>
        <translation>差异系数 d</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算值</translation>
    </message>
    <message>
        <source>Drag to weigh</source>
        <translation>拖动赋权</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差占比</translation>
    </message>
    <message>
        <source>Smallest and largest p = (z + shift) / Σ (z + shift)</source>
        <translation>最小与最大的 p = (z + 平移量) / Σ (z + 平移量)</translation>
    </message>
    <message>
        <source>Share of the index&apos;s variance: w cov(z, index) / var(index)</source>
        <translation>对指数方差的贡献：w cov(z, 指数) / var(指数)</translation>
    </message>
    <message>
        <source>Arrows: ±0.001, Page keys: ±0.01, L: lock, 0: drop. The orange mark is the computed weight.</source>
        <translation>方向键：±0.001，翻页键：±0.01，L：锁定，0：剔除。橙色标记为计算权重。</translation>
    </message>
    <message>
        <source>Weights of the indicators</source>
        <translation>各指标权重</translation>
    </message>
    <message>
        <source>A long right tail makes this weight: without the rows of its largest 1 % it is %1. Winsorise it or take its logarithm, or say so.</source>
        <translation>该权重由右侧长尾造成：剔除其最大 1% 的行后为 %1。请缩尾或取对数，或在文中说明。</translation>
    </message>
    <message>
        <source>The same value in every row: e = 1, weight 0. It tells no rows apart.</source>
        <translation>各行取值相同：e = 1，权重为 0，没有区分作用。</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>Keep this weight while others move</source>
        <translation>其他权重变动时保持不变</translation>
    </message>
    <message>
        <source>Lock the weight of %1</source>
        <translation>锁定 %1 的权重</translation>
    </message>
    <message>
        <source>%1 = %2
Values from %3</source>
        <translation>%1 = %2
取值 %3</translation>
    </message>
    <message>
        <source>e = −1/ln(n) Σ p ln p, n the rows used, not the periods T; always in [0, 1]. The cells say what 1/ln(T) would make of it.</source>
        <translation>e = −1/ln(n) Σ p ln p，n 为所用观测数，而非时期数 T；始终在 [0, 1] 内。单元格提示给出改用 1/ln(T) 的结果。</translation>
    </message>
    <message>
        <source>n = %1 rows. A do-file that is widely copied takes 1/ln(T) with the %2 periods: e would be %3. Above 1 it turns the order of the weights round; an entropy outside [0, 1] is refused here.</source>
        <translation>n = %1 个观测。一份流传很广的 do 文件用 %2 个时期取 1/ln(T)：e 将为 %3。大于 1 时权重次序颠倒；此处拒绝 [0, 1] 之外的熵值。</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>处理流程(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New Project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the Sam&amp;ple Project</source>
        <translation>打开示例项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import Files…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find a Variable</source>
        <translation>查找变量(&amp;F)</translation>
    </message>
    <message>
        <source>Find a &amp;Command…</source>
        <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Show the &amp;Recipe</source>
        <translation>显示处理流程(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;Problems</source>
        <translation>显示问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation>正常文字大小(&amp;N)</translation>
    </message>
    <message>
        <source>Colours of the S&amp;ystem</source>
        <translation>跟随系统颜色(&amp;Y)</translation>
    </message>
    <message>
        <source>L&amp;ight Colours</source>
        <translation>浅色(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Dark Colours</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Switch Lan&amp;guage (中文 / English)</source>
        <translation>切换语言(&amp;G) (中文 / English)</translation>
    </message>
    <message>
        <source>Next P&amp;ane</source>
        <translation>下一窗格(&amp;A)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>上一窗格(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Add a Step…</source>
        <translation>添加步骤(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit Step</source>
        <translation>编辑步骤(&amp;E)</translation>
    </message>
    <message>
        <source>Switch Step &amp;On or Off</source>
        <translation>启用或停用步骤(&amp;O)</translation>
    </message>
    <message>
        <source>Move Step &amp;Up</source>
        <translation>上移步骤(&amp;U)</translation>
    </message>
    <message>
        <source>Move Step &amp;Down</source>
        <translation>下移步骤(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete Step</source>
        <translation>删除步骤(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About CityPanel</source>
        <translation>关于 CityPanel(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help on This Page</source>
        <translation>本页帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Export as a S&amp;cript…</source>
        <translation>导出为脚本(&amp;C)…</translation>
    </message>
    <message>
        <source>theme appearance colors automatic</source>
        <translation>主题 外观 颜色 自动</translation>
    </message>
    <message>
        <source>theme appearance colors bright day</source>
        <translation>主题 外观 颜色 浅色 白天</translation>
    </message>
    <message>
        <source>theme appearance colors night</source>
        <translation>主题 外观 颜色 深色 夜间</translation>
    </message>
</context>
<context>
    <name>citypanel::ui::Workplaces</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>数据处理</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>效率</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>home welcome recent</source>
        <translation>首页 欢迎 最近</translation>
    </message>
    <message>
        <source>files Excel csv sheets names match conflicts differences</source>
        <translation>文件 Excel csv 工作表 地名 匹配 冲突 差异</translation>
    </message>
    <message>
        <source>panel grid coverage heat map lines histogram cells</source>
        <translation>面板 表格 覆盖 热力图 折线 直方图 单元格</translation>
    </message>
    <message>
        <source>clean missing gaps interpolate winsorise outliers deflate calculate</source>
        <translation>清洗 缺失 插补 插值 缩尾 异常值 平减 计算</translation>
    </message>
    <message>
        <source>indicators entropy weights composite score</source>
        <translation>指标 熵权 权重 综合指数 得分</translation>
    </message>
    <message>
        <source>DEA SBM frontier Malmquist productivity</source>
        <translation>DEA SBM 前沿 Malmquist 生产率</translation>
    </message>
    <message>
        <source>regression estimate fixed effects OLS instruments coefficients</source>
        <translation>回归 估计 固定效应 OLS 工具变量 系数</translation>
    </message>
    <message>
        <source>baseline mechanism mediation moderation heterogeneity robustness placebo figures</source>
        <translation>基准 机制 中介 调节 异质性 稳健性 安慰剂 图</translation>
    </message>
    <message>
        <source>report results style Word LaTeX export</source>
        <translation>报告 结果 样式 Word LaTeX 导出</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Workbench for city-year panel studies</source>
        <translation>城市面板数据研究工作台</translation>
    </message>
    <message>
        <source>A .citypanel project, or data files to import</source>
        <translation>.citypanel 项目，或要导入的数据文件</translation>
    </message>
    <message>
        <source>Print the time to the first paint and the memory used, then quit</source>
        <translation>输出首次绘制所用时间和内存占用，然后退出</translation>
    </message>
</context>
</TS>
