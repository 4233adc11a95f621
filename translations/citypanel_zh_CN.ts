<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>citypanel::ui::ColumnsEdit</name>
    <message>
        <source>Find a variable</source>
        <translation>查找变量</translation>
    </message>
    <message>
        <source>Variables; Space chooses</source>
        <translation>变量；空格键选择</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose every variable shown</source>
        <translation>选中列出的全部变量</translation>
    </message>
    <message>
        <source>Choose no variable shown</source>
        <translation>取消选中列出的变量</translation>
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
        <source>The panel: one row a unit-period, one column a variable</source>
        <translation>面板：每行一个城市—年份，每列一个变量</translation>
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
</context>
<context>
    <name>citypanel::ui::FigureView</name>
    <message>
        <source>Numbers of the figure</source>
        <translation>图中数值</translation>
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
    <name>citypanel::ui::ImportPage</name>
    <message>
        <source>Drop yearbook files here</source>
        <translation>将年鉴文件拖到这里</translation>
    </message>
    <message>
        <source>Workbooks (xlsx, xls), text (csv, tsv), Stata (dta) and SPSS (sav) files are read as they are. You see what each sheet is taken for, and may correct it, before anything is imported.</source>
        <translation>工作簿（xlsx、xls）、文本（csv、tsv）、Stata（dta）和 SPSS（sav）文件按原样读取。导入之前，您可以查看并更正对每张工作表的识别结果。</translation>
    </message>
    <message>
        <source>Choose Files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>no table found</source>
        <translation>未找到表格</translation>
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
        <source>not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>%1 units × %2 periods, %3 rows, %4 variables, %5 values.</source>
        <translation>%1 个城市 × %2 期，%3 行，%4 个变量，%5 个值。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of totals, headings or notes skipped.</source>
        <translation>
            <numerusform>跳过 %n 行合计、小标题或注释。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), listed below after the import.</source>
        <translation>
            <numerusform>%n 条提醒，导入后列于下方。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n file(s).</source>
        <translation>
            <numerusform>已导入 %n 个文件。</numerusform>
        </translation>
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
        <source>The sheet as it stands in the file</source>
        <translation>文件中的工作表原貌</translation>
    </message>
    <message>
        <source>The panel as read</source>
        <translation>读入的面板</translation>
    </message>
    <message>
        <source>As read from all ticked sheets</source>
        <translation>由勾选的工作表读入的结果</translation>
    </message>
    <message>
        <source>Columns and the variables they become</source>
        <translation>各列及对应的变量</translation>
    </message>
    <message>
        <source>Columns and variables</source>
        <translation>列与变量</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
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
        <source>&amp;Header from row</source>
        <translation>表头起始行(&amp;H)</translation>
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
        <source>&amp;Year stands in</source>
        <translation>年份来自(&amp;Y)</translation>
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
        <source>a row a unit, a column a year</source>
        <translation>每行一个城市，每列一年</translation>
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
</context>
<context>
    <name>citypanel::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
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
        <source>CityPanel did not close properly. Unsaved changes of %1 can be restored.</source>
        <translation>CityPanel 上次未正常关闭，可以恢复 %1 的未保存更改。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
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
        <source>Table &amp;language:</source>
        <translation>表格语言(&amp;L)：</translation>
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
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
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
        <source>%1, model %2</source>
        <translation>%1，模型 %2</translation>
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
        <source>%1: figure</source>
        <translation>%1：图</translation>
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
        <source>Select a variable and press Y outcome, X core regressor, C control, F fixed effect; or drag it to a line below.</source>
        <translation>选中变量后按 Y（被解释变量）、X（核心解释变量）、C（控制变量）、F（固定效应），或拖到下面的输入框。</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>被解释变量(&amp;O)</translation>
    </message>
    <message>
        <source>Core &amp;regressors</source>
        <translation>核心解释变量(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Controls</source>
        <translation>控制变量(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fixed effects</source>
        <translation>固定效应(&amp;F)</translation>
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
        <source>%1 rows, %2 variables</source>
        <translation>%1 行，%2 个变量</translation>
    </message>
    <message>
        <source>%1 units × %2 periods, %3 rows, %4 gaps, %5 variables</source>
        <translation>%1 个城市 × %2 期，%3 行，%4 个空缺，%5 个变量</translation>
    </message>
    <message>
        <source>A gap is a unit-period that has no row.</source>
        <translation>空缺指没有对应行的城市—年份。</translation>
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
        <source>New step: %1</source>
        <translation>新步骤：%1</translation>
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
        <source>figure</source>
        <translation>图</translation>
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
        <source>Export &amp;Figure…</source>
        <translation>导出图(&amp;F)…</translation>
    </message>
    <message>
        <source>Export &amp;All Tables…</source>
        <translation>导出全部表格(&amp;A)…</translation>
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
        <source>Export &amp;Report…</source>
        <translation>导出报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Tables, figures, methods and data appendix in one document</source>
        <translation>把表格、图形、方法说明和数据附录写成一个文档</translation>
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
        <source>Open the &amp;Sample Project</source>
        <translation>打开示例项目(&amp;S)</translation>
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
        <source>Switch Language (中文 / English)</source>
        <translation>切换语言 (中文 / English)</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>下一窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>上一窗格</translation>
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
