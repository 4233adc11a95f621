// SPDX-License-Identifier: GPL-3.0-or-later
// The words of every problem code, in both languages: what is wrong, what would be right, what to
// do next.
#include "core/text/problem_text.h"

namespace citypanel::text {

// NOLINTNEXTLINE(readability-function-size): a table of words
Bilingual problemPattern(ProblemCode code) {
    switch (code) {
    // Any work
    case ProblemCode::Cancelled:
        return {"Cancelled; nothing was changed.", "已取消，未作任何更改。"};
    case ProblemCode::Internal:
        return {"Internal error<<: {found}>>. Save your work under a new name and report this "
                "message.",
                "内部错误<<：{found}>>。请将工作另存为新文件，并报告此信息。"};
    // Files
    case ProblemCode::FileNotFound:
        return {"The file does not exist<<: {found}>>. Check its name and folder.",
                "文件不存在<<：{found}>>。请检查文件名和所在文件夹。"};
    case ProblemCode::FileUnreadable:
        return {
            "The file cannot be read<< ({found})>>. Check that it is a file and no folder, that "
            "no other program holds it open, and that you may read it.",
            "无法读取文件<<（{found}）>>。请检查它是文件而不是文件夹、没有被其他程序占用，"
            "以及是否有读取权限。"};
    case ProblemCode::FileUnwritable:
        return {"The file cannot be written<< ({found})>>; what was there before is unchanged. "
                "Check that its folder is still there, the free space and the rights to it, or "
                "choose another place.",
                "无法写入文件<<（{found}）>>"
                "，原有内容未改动。请检查文件夹是否还在、磁盘空间和文件夹权限，"
                "或另选保存位置。"};
    case ProblemCode::FileFormatUnknown:
        return {"This kind of file cannot be opened<< ({found})>>.<< Known kinds: {expected}.>> "
                "Save it as xlsx or csv and open that.",
                "无法打开这种格式的文件<<（{found}）>>。<<可识别的格式：{expected}。>>"
                "请另存为 xlsx 或 csv 后再打开。"};
    case ProblemCode::FileCorrupt:
        return {
            "The file is damaged<<: {found}>>.<< Expected: {expected}.>> Use another copy, or "
            "save it again in the program that made it.",
            "文件已损坏<<：{found}>>。<<应为：{expected}。>>请换用其他副本，或在生成该文件的程序中"
            "重新保存。"};
    case ProblemCode::FileTruncated:
        return {"The file ends too early<<: {found}>><<, expected {expected}>>. It was probably "
                "not copied or downloaded completely; fetch it again.",
                "文件不完整<<：{found}>><<，应为 {expected}>>。可能没有完整复制或下载，"
                "请重新获取。"};
    case ProblemCode::FilePasswordProtected:
        return {"The file is protected by a password. Remove the password in the program that "
                "made it, save it, and open it again.",
                "文件有密码保护。请在生成该文件的程序中取消密码并保存，然后重新打开。"};
    case ProblemCode::FileTooLarge:
        return {"The file is too large<<: {found}>><<, at most {expected}>>. Split it, or leave "
                "out sheets and columns that are not needed.",
                "文件过大<<：{found}>><<，上限为 {expected}>>。请拆分文件，"
                "或删去不需要的工作表和列。"};
    case ProblemCode::FileVersionNewer:
        return {"The file was saved by a newer version of CityPanel<< (file version {found})>><<; "
                "this version reads files up to {expected}>>. Open it with a newer version.",
                "文件由更新版本的 CityPanel 保存<<（文件版本 {found}）>><<，本版本最高可读 "
                "{expected}>>。请使用更新的版本打开。"};
    case ProblemCode::FileNotProject:
        return {"The file is not a CityPanel project, or is damaged. Choose one that CityPanel "
                "saved (*.citypanel) or another copy of it; import workbooks and tables of data "
                "instead of opening them.",
                "该文件不是 CityPanel 项目，或已损坏。请选择由 CityPanel "
                "保存的文件（*.citypanel）或其另一份副本；"
                "工作簿和数据表请用“导入”，而不是“打开”。"};
    case ProblemCode::FileEncodingUnknown:
        return {"The characters of the file fit no known encoding<<: {found}>>. Save it as UTF-8 "
                "or GB18030<<, or choose one of {expected}>>.",
                "无法识别文件的字符编码<<：{found}>>。请另存为 UTF-8 或 "
                "GB18030<<，或从 {expected} 中选择编码>>。"};
    case ProblemCode::SheetNotFound:
        return {"There is no such sheet<<: {found}>>.<< The file has: {expected}.>> Choose one of "
                "its sheets.",
                "没有该工作表<<：{found}>>。<<文件中有：{expected}。>>请选择其中的工作表。"};
    // Reading a table
    case ProblemCode::HeaderNotFound:
        return {"No header row was found<<: {found}>>.<< Expected: {expected}.>> Mark the rows "
                "that name the columns.",
                "未找到表头行<<：{found}>>。<<应为：{expected}。>>请标出列名所在的行。"};
    case ProblemCode::KeyColumnMissing:
        return {"The key column<< “{variable}”>> is missing or has an empty cell<< (row "
                "{found})>>.<< Near names: {expected}.>> Name the columns that hold city and year, "
                "and fill their empty cells.",
                "缺少关键字列<<“{variable}”>>，或其中有空单元格<<（第 {found} 行）>>。"
                "<<相近的列名：{expected}。>>请指定城市列和年份列，并补全空单元格。"};
    case ProblemCode::PeriodMissing:
        return {"The year<< {found}>> stands nowhere in the data.<< Expected: {expected}.>> Give "
                "the year, or choose one that occurs.",
                "数据中没有该年份<<：{found}>>。<<应为：{expected}。>>请给出年份，"
                "或选择数据中已有的年份。"};
    case ProblemCode::PeriodUnreadable:
        return {"<<“{found}” is not a year. >>A year must be a whole number such as 2010<< (row "
                "{expected})>>. Correct the cell, or leave its row or column out.",
                "<<“{found}”不是年份。>>年份必须是 2010 这样的整数<<（第 {expected} 行）>>。"
                "请更正该单元格，或不读入其所在的行或列。"};
    case ProblemCode::UnitUnmatched:
        return {"<<“{found}” matches no known city or row.>><< Near names: {expected}.>> Choose "
                "what it stands for, or leave the row out.",
                "<<“{found}”与已知的城市或行均不匹配。>><<相近的名称：{expected}。>>请选择对应项，"
                "或删去该行。"};
    case ProblemCode::UnitMisread:
        return {"“{found}” is read as {expected}: a known slip of text recognition. Check it "
                "against the printed table, and correct it in the file.",
                "“{found}”按已知的文字识别错误读作{expected}。请与印刷版核对，并在文件中更正。"};
    case ProblemCode::UnitAmbiguous:
        return {"<<“{found}” may mean more than one place>><<: {expected}>>. Choose which one is "
                "meant.",
                "<<“{found}”可能指多个地区>><<：{expected}>>。请选择所指的地区。"};
    case ProblemCode::CellUnreadable:
        return {
            "<<“{found}” cannot be read as a value.>><< Expected: {expected}.>> It is left "
            "missing: correct it in the file, or after importing on the Data page.",
            "<<无法将“{found}”读作数值。>><<应为：{expected}。>>该单元格作缺失值处理：请在文件中"
            "更正，或导入后在“数据”页更正。"};
    case ProblemCode::NoDataRows:
        return {"There are no rows of data<<: {found}>>.<< Expected: {expected}.>> Check which "
                "rows are the header and which the body.",
                "没有数据行<<：{found}>>。<<应为：{expected}。>>请检查哪些行是表头、"
                "哪些行是数据。"};
    // Panels and columns
    case ProblemCode::DuplicateKey:
        return {
            "<<{unit}>><<, {period}>> occurs more than once<< (rows {found})>><<: {variable} is "
            "{expected}>>. Each city and year may have one row; delete or merge the others<<, "
            "or choose the value of {variable} that holds>>.",
            "<<{unit}>><<，{period}>> 重复出现<<（第 {found} 行）>><<：{variable} 为 "
            "{expected}>>。每个城市每年只能有一行，请删除或合并重复行<<，或选定 {variable} "
            "采用哪个值>>。"};
    case ProblemCode::VariableUnknown:
        return {"There is no variable “{variable}”<< ({found})>>.<< Did you mean {expected}?>> "
                "Choose a variable of the data.",
                "没有变量“{variable}”<<（{found}）>>。<<是否指 {expected}？>>"
                "请选择数据中的变量。"};
    case ProblemCode::VariableDuplicate:
        return {"There are two variables named “{variable}”<< ({found})>>. Rename one of them.",
                "有两个变量同名“{variable}”<<（{found}）>>。请重命名其中一个。"};
    case ProblemCode::VariableNotNumeric:
        return {"The variable “{variable}” does not hold numbers<< ({found})>>.<< Expected: "
                "{expected}.>> Choose a numeric variable, or make groups of this one with i(...).",
                "变量“{variable}”不是数值型<<（{found}）>>。<<应为：{expected}。>>"
                "请选择数值变量，或用 i(...) 将其作为分组变量。"};
    case ProblemCode::VariableConstant:
        return {"The variable<< “{variable}”>> has the same value in every row<< ({found})>>. "
                "Leave it out, or widen the sample.",
                "变量<<“{variable}”>>在所有行取值相同<<（{found}）>>。请剔除该变量或扩大样本。"};
    case ProblemCode::ValueLabelsDiffer:
        return {"The codes of “{variable}” mean other things here ({found}) than in another table "
                "({expected}), and are read as the same numbers. Recode one of them, or leave the "
                "column out.",
                "“{variable}”的编码在此处的含义（{found}）与其他表（{expected}）不同，"
                "但数值相同。请重新编码其中一个，或不导入该列。"};
    case ProblemCode::UnitOfMeasureDiffers:
        return {
            "“{variable}”<< is in {expected} elsewhere>><<, here in {found}>>: its values cannot "
            "be "
            "compared as they stand. Convert them, or say in which unit they are.",
            "“{variable}”<<在其他表中以{expected}为单位>><<，此处为{found}>>：数值不能直接比较。"
            "请换算，或注明其单位。"};
    case ProblemCode::UnitOfMeasureDoubtful:
        return {"“{variable}” is said to be in {expected}, yet its values have decimals ({found}): "
                "they may be in ten thousands of it. Check the unit of measure, and correct it.",
                "“{variable}”的单位标为{expected}，但数值带小数（{found}），可能以万为单位。"
                "请核对并更正其计量单位。"};
    case ProblemCode::LevelsDiffer:
        return {
            "“{variable}” is about {found} times what it is for the same cities in {expected}: "
            "it may be in another unit of measure, or another thing. Check both, and convert or "
            "rename one.",
            "“{variable}”约为相同城市在{expected}中数值的 {found} 倍：计量单位可能不同，"
            "或不是同一指标。请核对两处，并换算或改名。"};
    case ProblemCode::TablesDiffer:
        return {"This table is of “{found}”, and joins<< “{variable}” of>> one of “{expected}”. If "
                "they are different things, give one of them another name, or leave a table out.",
                "此表为“{found}”，与“{expected}”表<<的“{variable}”>>合并在一起。若不是同一内容，"
                "请为其中一个改名，或不导入其中一个表。"};
    case ProblemCode::ShownOtherwise:
        return {
            "The number format of cells like this shows them divided by a thousand or more; "
            "“{variable}” is read as stored ({found}). Check its unit of measure.",
            "此类单元格的数字格式把数值缩小了一千倍以上显示；“{variable}”按存储的数值（{found}）"
            "读入。请核对计量单位。"};
    case ProblemCode::UnitsNotNamed:
        return {"No column names cities here: each value is taken for every city of its year. If "
                "all of it is of one city, say which.",
                "此处没有城市列：各年的数值按适用于所有城市处理。若全表属于一个城市，请指明。"};
    case ProblemCode::SizeMismatch:
        return {"The numbers of values do not agree<<: {found}>><<, expected {expected}>>. Check "
                "that every column has as many rows.",
                "数值个数不一致<<：{found}>><<，应为 {expected}>>。请检查各列的行数是否相同。"};
    case ProblemCode::SampleEmpty:
        return {"No rows are left<< ({found})>><<: each level of “{expected}” has a single row "
                "(singleton)>>. Check the condition, the missing values, the lags, and fixed "
                "effects with one row a level (singletons).",
                "样本为空<<（{found}）>><<：“{expected}”的每一组都只有一行>>。请检查筛选条件、"
                "缺失值、滞后期，以及每组只有一行的固定效应。"};
    // Expressions and formulas
    case ProblemCode::SyntaxError:
        return {"The expression cannot be read<< at position {position}>><<, near “{found}”>>."
                "<< Expected: {expected}.>> Correct it there.",
                "表达式有误<<，位置 {position}>><<，“{found}”附近>>。<<应为：{expected}。>>"
                "请在该处更正。"};
    case ProblemCode::FunctionUnknown:
        return {"There is no function<< “{found}”>><< (position {position})>>.<< Known: "
                "{expected}.>> Use one of the known functions.",
                "没有函数<<“{found}”>><<（位置 {position}）>>。<<可用：{expected}。>>"
                "请使用已有的函数。"};
    case ProblemCode::ArgumentInvalid:
        return {"The value<< “{found}”>> cannot be used here<< (position {position})>>.<< "
                "Expected: {expected}.>> Correct it.",
                "此处不能使用该值<<“{found}”>><<（位置 {position}）>>。<<应为：{expected}。>>"
                "请更正。"};
    // Recipe
    case ProblemCode::StepUnknown:
        return {
            "This version of CityPanel does not know the step<< “{found}”>><< with these "
            "parameters: {expected}>>. It is kept "
            "unchanged; open the project with a newer version, or switch the step off.",
            "本版本的 CityPanel 不认识步骤<<“{found}”>><<的这些参数：{expected}>>。该步骤原样保留；"
            "请用更新的版本打开项目，或停用该步骤。"};
    case ProblemCode::StepBlocked:
        return {"This waits<< for step {found}>>, which did not run. Correct that step first.",
                "尚无法计算<<：步骤 {found} 未能执行>>。请先修正该步骤。"};
    case ProblemCode::OptionInvalid:
        return {
            "The option<< “{variable}”>> is not valid<<: “{found}”>><< (position {position})>>.<< "
            "Expected: {expected}.>> Correct it.",
            "选项<<“{variable}”>>无效<<：“{found}”>><<（位置 {position}）>>。"
            "<<应为：{expected}。>>请更正。"};
    case ProblemCode::OptionMissing:
        return {"The option<< “{variable}”>> is empty. Fill it in.",
                "选项<<“{variable}”>>为空。请填写。"};
    case ProblemCode::VariableIsKey:
        return {"“{variable}” is the name of a key column, which tells the rows apart: its values "
                "cannot be changed, the column cannot be dropped, and no other variable can have "
                "its name. Choose another variable or another name.",
                "“{variable}”是关键字列的名称，用于区分各行：不能更改其取值或删除该列，"
                "其他变量也不能用这个名称。请另选变量或另取名称。"};
    case ProblemCode::ValuesUndefined:
        return {"{found} {found?value|values} of “{variable}” {found?is|are} missing<<; {expected} "
                "{expected?row has|rows have} no score>>: the cell is empty, or an expression has "
                "no value there (logarithm of zero or less, division "
                "by zero). Check the rows and fill the gaps in an earlier step; of logarithms, add "
                "a small constant on purpose.",
                "“{variable}”有 {found} 个值缺失<<，{expected} "
                "行没有得分>>：单元格为空，或表达式在该处无法计算（对零或负数"
                "取对数、除以零等）。请检查相应的行，先在前面的步骤中插补；取对数时也可有意识地"
                "加上一个小常数。"};
    // Estimation
    case ProblemCode::StandardErrorsMissing:
        return {"No standard errors are chosen. Choose them: they are never assumed.",
                "尚未选择标准误。请选择：程序不会自行假定。"};
    case ProblemCode::OutcomeConstant:
        return {
            "The dependent variable<< “{variable}”>> does not vary<< ({found})>>: within the "
            "fixed effects there is nothing left to explain. Use fewer fixed effects or "
            "another sample.",
            "被解释变量<<“{variable}”>>没有变异<<（{found}）>>：扣除固定效应后已无可解释的变异。"
            "请减少固定效应或更换样本。"};
    case ProblemCode::RegressorsAllDropped:
        return {
            "No regressor is left<<: {found}>>. All are constant, collinear, or absorbed by "
            "the fixed effects; change the regressors or the fixed effects.",
            "没有可估计的解释变量<<：{found}>>。所有解释变量均为常数、存在完全共线性或被固定效应"
            "吸收，请调整解释变量或固定效应。"};
    case ProblemCode::ObservationsTooFew:
        return {
            "There are too few observations<<: {found}>><<, at least {expected}>>. Take a "
            "larger sample, or a model that asks less of it (fewer variables or fixed effects).",
            "观测值过少<<：{found}>><<，至少需要 {expected}>>。请扩大样本，"
            "或简化模型（减少变量或固定效应）。"};
    case ProblemCode::ClustersTooFew:
        return {"There are too few clusters<<: {found}>><<, at least {expected}>>. Cluster at a "
                "finer level, or use other standard errors.",
                "聚类数过少<<：{found}>><<，至少需要 {expected}>>。请在更细的层面聚类，"
                "或改用其他标准误。"};
    case ProblemCode::InstrumentsTooFew:
        return {"There are fewer instruments than endogenous variables<<: {found}>><<, at least "
                "{expected}>>. Add instruments.",
                "工具变量少于内生变量，模型不可识别<<：{found}>><<，至少需要 {expected}>>。"
                "请增加工具变量。"};
    case ProblemCode::ValueInfinite:
        return {"A value is infinite or too large<<: {found}>>. Check logarithms of zero and "
                "divisions by zero.",
                "存在无穷大或过大的数值<<：{found}>>。请检查是否对零取对数或除以零。"};
    case ProblemCode::ValueNegative:
        return {"A value is negative<<: {found}>>; this model has no meaning for it. Correct it, "
                "leave such rows out, or take the directional model with range direction under "
                "variable returns to scale.",
                "存在负值<<：{found}>>，该模型不允许负值。请更正、剔除这些行，"
                "或改用规模报酬可变的范围方向距离函数。"};
    case ProblemCode::ValueZero:
        return {"All inputs, or all desirable outputs, of a row are zero: it cannot be compared. "
                "Correct the row or leave it out.",
                "某行的全部投入或全部期望产出为零，无法比较。请更正或剔除该行。"};
    case ProblemCode::WeightInvalid:
        return {"A weight is not valid<<: {found}>>.<< Expected: {expected}.>> Weights must be "
                "positive, frequencies whole; correct them or leave the rows out.",
                "权重无效<<：{found}>>。<<应为：{expected}。>>权重必须为正数，"
                "频数权重须为整数，请更正或删去相应的行。"};
    case ProblemCode::NotConverged:
        return {"The computation did not converge<< ({found})>><<; allowed: {expected}>>. Rescale "
                "the variables or simplify the model.",
                "计算未收敛<<（{found}）>><<，允许值：{expected}>>。请调整变量量纲或简化模型。"};
    case ProblemCode::MatrixSingular:
        return {"Variables repeat one another, so that the matrix is singular<< ({found})>>. "
                "Remove variables that say the same.",
                "变量相互重复，矩阵奇异<<（{found}）>>。请剔除重复的变量。"};
    case ProblemCode::ConventionUnsupported:
        return {"This convention is not defined for this model<<: {found}>>.<< Possible: "
                "{expected}.>> Choose another.",
                "该约定不适用于此模型<<：{found}>>。<<可选：{expected}。>>请另选。"};
    // Programs
    case ProblemCode::ProgramInfeasible:
        return {"The linear program has no feasible solution<< ({found})>>. Check zeros and "
                "negative values, or choose another model or reference set.",
                "线性规划无可行解<<（{found}）>>。请检查零值和负值，或更换模型或参照集。"};
    case ProblemCode::ProgramUnbounded:
        return {"The linear program is unbounded<< ({found})>>. Check for inputs that are all "
                "zero.",
                "线性规划无界<<（{found}）>>。请检查是否有全为零的投入。"};
    case ProblemCode::SolverFailed:
        return {"The solver of linear programs failed<< ({found})>>. Rescale the variables and "
                "try again.",
                "线性规划求解失败<<（{found}）>>。请调整变量量纲后重试。"};
    case ProblemCode::FrontierByOneRow:
        return {"This row alone sets the score of nearly every other<<; without it the mean score "
                "changes: {found}>>. Check its values and units of measure first.",
                "几乎所有其他行的得分都由这一行决定<<；剔除该行后平均得分变化：{found}>>。"
                "请先检查该行的数值和计量单位。"};
    }
    return {"", ""};
}

} // namespace citypanel::text
