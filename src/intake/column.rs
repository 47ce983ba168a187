//! Which columns are there? One table of them for both directions: what a head is read as, and what heads are written.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{clean, unit::Measure};

/// A table of the scenario that sheets fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// Projects.
    Projects,
    /// Enterprises.
    Enterprises,
    /// Parks, their capacities only.
    Parks,
    /// Values of indicators.
    IndicatorValues,
}

impl TableKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Projects, Self::Enterprises, Self::Parks, Self::IndicatorValues];

    /// Its name in the file of a scenario.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Enterprises => "enterprises",
            Self::Parks => "parks",
            Self::IndicatorValues => "indicator_values",
        }
    }

    /// The table of a name.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }
}

/// What stands in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// The id of a record.
    Id,
    /// A running number; says nothing of the record.
    Serial,
    /// A name of up to 200 characters.
    Name,
    /// Free text.
    Text,
    /// Several short texts.
    Texts,
    /// A figure of a measure.
    Figure(Measure),
    /// A day.
    Day,
    /// A year.
    Year,
    /// Yes or no.
    Truth,
    /// A sub-sector.
    Industry,
    /// A reporting unit.
    Unit,
    /// A park.
    Park,
    /// An indicator.
    Indicator,
    /// A plain number, whose unit is that of its indicator.
    Number,
    /// A company group.
    Group,
    /// Kind of a project.
    Kind,
    /// Where a project stands.
    Status,
    /// Environment class.
    Class,
    /// A stream of waste water.
    Stream,
    /// Facilities.
    Facilities,
    /// A policy document.
    Document,
    /// Tax and profit in one: never taken.
    ProfitAndTax,
    /// Known, and not a part of any record: never taken.
    Aside,
    /// Personal data: never kept.
    Personal,
}

/// What is known of a column.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The column.
    pub column: Column,
    /// Its table.
    pub table: TableKind,
    /// Field of the record by its name in the file; empty for columns that fill none.
    pub field: &'static str,
    /// Head, Chinese.
    pub zh: &'static str,
    /// Head, English.
    pub en: &'static str,
    /// Unit of the column in heads that are written, Chinese and English; empty without one.
    pub unit: (&'static str, &'static str),
    /// Other heads that are read as this one, parted by blanks: folded, letters and figures only.
    synonyms: &'static str,
    /// What stands in its cells.
    pub content: Content,
    /// Whether a new record cannot do without it.
    pub is_needed: bool,
}

macro_rules! columns {
    ($($column:ident $table:ident $field:literal $zh:literal $en:literal [$unit_zh:literal $unit_en:literal] $content:expr, $needed:literal, $synonyms:literal, $doc:literal;)*) => {
        /// A column that sheets have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Column {
            $(#[doc = $doc] $column,)*
        }

        /// All columns, in the order in which they are written.
        pub static COLUMNS: [Spec; [$(Column::$column),*].len()] = [
            $(Spec {
                column: Column::$column,
                table: TableKind::$table,
                field: $field,
                zh: $zh,
                en: $en,
                unit: ($unit_zh, $unit_en),
                synonyms: $synonyms,
                content: $content,
                is_needed: $needed,
            },)*
        ];

        impl Column {
            /// Its stable name, such as `ProjectName`.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$column => stringify!($column),)*
                }
            }
        }
    };
}

use Content::{
    Aside, Class, Day, Document, Facilities, Figure, Group, Id, Indicator, Industry, Kind, Name, Number, Park,
    Personal, ProfitAndTax, Serial, Status, Stream, Text, Texts, Truth, Unit, Year,
};

columns! {
    ProjectSerial Projects "" "序号" "No." ["" ""] Serial, false, "序 no number 项目序号", "Running number of a project.";
    ProjectId Projects "id" "编号" "Id" ["" ""] Id, false, "项目编号 项目代码 项目id projectid code", "Id of a project.";
    ProjectName Projects "name" "项目名称" "Project" ["" ""] Name, true, "项目 名称 项目名 拟建项目名称 招引项目名称 招商项目名称 项目全称 意向项目 签约项目 在谈项目 projectname nameofproject name title", "Name of a project.";
    ProjectEnglish Projects "name_en" "项目英文名称" "Project name in English" ["" ""] Name, false, "英文名称 项目名称英文 nameenglish englishname", "English name of a project.";
    ProjectKindOf Projects "kind" "建设性质" "Kind" ["" ""] Kind, false, "项目性质 性质 项目类型 类型 新建改扩建 建设类型 projecttype type", "Kind of a project.";
    ProjectStatus Projects "status" "进展" "Status" ["" ""] Status, false, "项目进展 状态 项目状态 进展情况 进展阶段 推进情况 当前进展 目前进展 项目阶段 阶段 项目进度 工作进展 progress stage 进度 签约情况", "Where a project stands.";
    ProjectIndustry Projects "industry" "细分领域" "Sub-sector" ["" ""] Industry, true, "行业 产业 产业类别 所属产业 所属产业链 产业链 行业类别 所属行业 行业代码 产业领域 所属领域 领域 产业分类 行业分类 国民经济行业代码 国民经济行业 行业产业类别 产业方向 主导产业 重点产业链 industry sector subsector industrycode", "Sub-sector of a project.";
    Investor Projects "investor" "投资方" "Investor" ["" ""] Text, false, "投资主体 业主 企业 企业名称 投资企业 业主单位 项目业主 投资方企业 投资方名称 投资单位 项目单位 建设单位 公司 公司名称 投资商 投资人 实施主体 投资方业主 investorname company", "Investor of a project.";
    ProjectContent Projects "content" "建设内容及规模" "Content and scale" ["" ""] Text, false, "建设内容 主要建设内容 建设规模及内容 主要建设内容及规模 项目内容 项目简介 建设规模 项目概况 内容 主要内容 产品及规模 主要产品 产品 description products", "What a project builds.";
    PreferredPark Projects "preferred_park" "意向园区" "Preferred park" ["" ""] Park, false, "拟落户园区 落户园区 拟选址园区 意向落地园区 拟落地园区 意向选址 选址 拟选址 园区 承载园区 park intendedpark 选址意向 意向落户园区 意向落户", "Park in mind.";
    ProjectGroup Projects "group" "所属集团" "Company group" ["" ""] Group, false, "集团 集团公司 母公司 group parent parentcompany", "Company group of the investor.";
    FirstReporter Projects "first_reporter" "首报单位" "First reported by" ["" ""] Unit, false, "引荐单位 责任单位 首谈单位 首谈地 引荐地 报送单位 申报单位 填报单位 首报地 首报 县市区 县市区园区 区县 属地 所属区县 所属县市区 招引单位 牵头单位 责任县市区 上报单位 推荐单位 firstreporter reportedby district 招商单位", "Unit that reported a project first.";
    FirstReport Projects "first_report" "首报时间" "First report" ["" ""] Day, false, "首谈时间 首报日期 首谈日期 首次报送时间 首次对接时间 申报时间 报送时间 首次洽谈时间 首报日 填报时间 填报日期 报送日期 申报日期 dateofreport firstreportdate reportdate date dateoffirstreport 接洽日期 接洽时间 对接时间 对接日期", "Day of the first report.";
    Investment Projects "investment" "固定资产投资" "Fixed-asset investment" ["万元" "CNY 10k"] Figure(Measure::Money), false, "固投 固定资产投资额 固定资产总投资 其中固定资产投资 其中固投 固定投资 投资固定资产 投资额固定资产 fixedassetinvestment fixedinvestment capex", "Fixed-asset investment.";
    TotalInvestment Projects "" "总投资" "Total investment" ["万元" "CNY 10k"] Figure(Measure::Money), false, "投资 投资额 总投资额 协议投资额 协议投资 项目总投资 投资总额 计划总投资 计划投资 拟投资 拟投资额 预计投资 预计总投资 投资规模 签约金额 合同投资额 totalinvestment investment investmentamount", "Total investment.";
    ProjectLand Projects "land" "用地需求" "Land" ["亩" "mu"] Figure(Measure::Land), false, "用地 占地 占地面积 拟用地 用地面积 拟用地面积 需求用地 土地需求 土地面积 需地 需地面积 项目用地 用地规模 供地面积 占地规模 用地需求面积 用地需求土地 用地需求用地 土地 land landarea landdemand", "Land asked for.";
    FloorArea Projects "floor_area" "厂房需求" "Floor area" ["平方米" "m²"] Figure(Measure::Floor), false, "厂房 厂房面积 建筑面积 需求厂房 标准厂房需求 厂房需求面积 用地需求厂房 标准厂房 标准厂房面积 租用厂房 租赁厂房 总建筑面积 floorarea floorspace workshop", "Floor asked for.";
    PlantSuitable Projects "plant_suitable" "适合标准厂房" "Suits standard plants" ["" ""] Truth, false, "可用标准厂房 可入驻标准厂房 是否适合标准厂房 是否可入驻标准厂房 是否租用厂房 plantsuitable", "Whether a standard plant will do.";
    InvestmentPerMu Projects "" "投资强度" "Investment per mu" ["万元/亩" "CNY 10k/mu"] Figure(Measure::MoneyPerLand), false, "亩均投资 亩均投资强度 investmentintensity investmentpermu", "Investment per land: compared, never taken.";
    TaxPerMu Projects "" "亩均税收" "Tax per mu" ["万元/亩" "CNY 10k/mu"] Figure(Measure::MoneyPerLand), false, "亩均税收贡献 税收强度 亩产税收 taxpermu", "Tax per land: compared, never taken.";
    ProjectJobs Projects "jobs" "就业" "Jobs" ["人" "persons"] Figure(Measure::Count), false, "用工人数 就业人数 带动就业 用工 用工需求 劳动力需求 新增就业 解决就业 吸纳就业 用工规模 员工人数 就业岗位 jobs employment workers 带动就业数 就业数", "Jobs of a project.";
    ProjectOutput Projects "output" "年产值" "Output a year" ["万元" "CNY 10k"] Figure(Measure::Money), false, "产值 达产产值 达产年产值 预计年产值 预计产值 达产后年产值 投产后年产值 年产值达产 工业产值 output annualoutput outputvalue", "Output of a project.";
    ProjectTax Projects "tax" "年税收" "Tax a year" ["万元" "CNY 10k"] Figure(Measure::Money), false, "税收 预计税收 达产税收 年纳税 预计年税收 达产年税收 达产后年税收 税收贡献 年税收达产 纳税 年税收贡献 tax annualtax", "Tax of a project.";
    ProjectProfitAndTax Projects "" "利税" "Profit and tax" ["万元" "CNY 10k"] ProfitAndTax, false, "年利税 利税总额 预计利税 达产利税 税利 年利税总额 年利润 利润 profitandtax profit", "Profit and tax of a project in one: never taken.";
    ProjectPower Projects "power" "用电负荷" "Electric load" ["MW" "MW"] Figure(Measure::Power), false, "电力负荷 负荷 用电容量 装机 装机容量 变压器容量 最大负荷 电力需求 用电需求 用电负荷需求 power load electricload powerload", "Electric load of a project.";
    Electricity Projects "electricity" "年用电量" "Electricity a year" ["万千瓦时" "10k kWh"] Figure(Measure::Electricity), false, "年用电 用电量 年耗电量 耗电量 用电 electricity annualelectricity electricityuse 年耗电 耗电", "Electricity of a project.";
    GasUse Projects "gas" "年用气量" "Gas a year" ["万立方米" "10k m³"] Figure(Measure::Gas), false, "年用气 用气量 燃气 天然气 天然气用量 用气 年耗气量 燃气用量 gas gasuse annualgas", "Gas of a project.";
    ProjectWater Projects "water" "用水量" "Water" ["吨/日" "t/d"] Figure(Measure::Flow), false, "用水 日用水量 用水需求 日用水 新水用量 供水需求 water wateruse waterdemand", "Water of a project.";
    WasteWater Projects "waste_water" "排水量" "Waste water" ["吨/日" "t/d"] Figure(Measure::Flow), false, "排水 废水量 污水量 废水排放量 日排水量 污水排放量 废水 污水 日排污水量 wastewater sewage effluent", "Waste water of a project.";
    StreamOf Projects "stream" "废水种类" "Waste-water stream" ["" ""] Stream, false, "废水类别 废水类型 污水类型 污水种类 水质类型 stream wastewatertype", "Stream of waste water.";
    Steam Projects "" "蒸汽" "Steam" ["" ""] Aside, false, "用汽 蒸汽用量 用汽量 蒸汽需求 供热 steam", "Steam: known, no part of a record.";
    EnergyUse Projects "" "能耗" "Energy use" ["吨标准煤" "tce"] Aside, false, "综合能耗 年综合能耗 年能耗 能源消费量 能耗总量 energyuse energy", "Energy: worked out from electricity and gas, never taken.";
    ClassOf Projects "environment_class" "环保类别" "Environment class" ["" ""] Class, false, "环境类别 环保分类 环评类别 环境影响类别 环保等级 environmentclass environmentalclass", "Environment class of a project.";
    Chemical Projects "chemical_process" "是否化工" "Chemical process" ["" ""] Truth, false, "化工 化工项目 是否化工项目 是否涉及化工 是否属于化工 是否为化工项目 化工工艺 chemical chemicalprocess", "Whether a process is chemical.";
    TwoHigh Projects "two_high" "是否两高" "Two-high" ["" ""] Truth, false, "两高 两高项目 是否两高项目 是否属于两高 是否属于两高项目 是否为两高项目 twohigh", "Whether a project is two-high.";
    Approval Projects "approval" "两高批准文件" "Two-high approval" ["" ""] Document, false, "两高批复 批准文件 approval", "Document that approves a two-high project.";
    FacilitiesOf Projects "facilities" "设施需求" "Facilities" ["" ""] Facilities, false, "配套需求 配套设施 要素需求 配套设施需求 所需设施 特殊需求 facilities", "Facilities that a project asks for.";
    Tags Projects "tags" "企业资质" "Tags" ["" ""] Texts, false, "标签 企业荣誉 资质 企业类型 专精特新 tags", "Tags of a project.";
    ProjectContact Projects "" "联系人" "Contact" ["" ""] Personal, false, "联系方式 联系电话 电话 手机 手机号 邮箱 电子邮箱 负责人 联系人及电话 联系人电话 项目负责人 责任人 电子邮件 联系人姓名 业主联系人 法人 法定代表人 法人代表 身份证号 填表人 contact phone email tel telephone mobile contactperson person", "A person: never kept.";
    ProjectRemark Projects "" "备注" "Remark" ["" ""] Aside, false, "说明 其他 其它 存在问题 存在困难 困难问题 需协调事项 下步工作 下一步工作 建议 投资方简介 企业简介 remark remarks note notes comment", "A remark: no part of a record.";

    EnterpriseSerial Enterprises "" "序号" "No." ["" ""] Serial, false, "序 no number", "Running number of an enterprise.";
    EnterpriseId Enterprises "id" "编号" "Id" ["" ""] Id, false, "企业编号 企业代码 enterpriseid code", "Id of an enterprise.";
    EnterpriseName Enterprises "name" "企业名称" "Enterprise" ["" ""] Name, true, "企业 单位名称 单位详细名称 公司名称 公司 企业全称 入驻企业 名称 enterprisename firm company companyname", "Name of an enterprise.";
    EnterpriseEnglish Enterprises "name_en" "企业英文名称" "Enterprise name in English" ["" ""] Name, false, "英文名称 englishname", "English name of an enterprise.";
    EnterprisePark Enterprises "park" "所在园区" "Park" ["" ""] Park, true, "园区 所属园区 园区名称 所在开发区 入驻园区 parkname", "Park of an enterprise.";
    EnterpriseIndustry Enterprises "industry" "细分领域" "Sub-sector" ["" ""] Industry, true, "行业 产业 产业类别 所属产业 所属产业链 产业链 行业类别 所属行业 行业代码 国民经济行业代码 国民经济行业 产业领域 领域 主导产业 industry sector subsector industrycode", "Sub-sector of an enterprise.";
    EnterpriseGroup Enterprises "group" "所属集团" "Company group" ["" ""] Group, false, "集团 集团公司 母公司 group parent", "Company group of an enterprise.";
    Firms Enterprises "firms" "企业数" "Firms" ["家" "firms"] Figure(Measure::Count), false, "企业数量 企业个数 家数 户数 numberoffirms", "Firms that a record sums up.";
    EnterpriseOutput Enterprises "output" "年产值" "Output a year" ["万元" "CNY 10k"] Figure(Measure::Money), false, "产值 工业总产值 总产值 年总产值 工业产值 output annualoutput", "Output of an enterprise.";
    EnterpriseTax Enterprises "tax" "年税收" "Tax a year" ["万元" "CNY 10k"] Figure(Measure::Money), false, "税收 纳税 实缴税收 入库税收 年纳税额 纳税额 税收总额 tax annualtax taxpaid 实缴税金 税金 上缴税金 年末税金", "Tax of an enterprise.";
    EnterpriseProfitAndTax Enterprises "" "利税" "Profit and tax" ["万元" "CNY 10k"] ProfitAndTax, false, "年利税 利税总额 利润 利润总额 profitandtax profit", "Profit and tax of an enterprise in one: never taken.";
    EnterpriseInvestment Enterprises "investment" "固定资产投资" "Fixed-asset investment" ["万元" "CNY 10k"] Figure(Measure::Money), false, "固投 固定资产投资额 累计固定资产投资 固定资产 fixedassetinvestment 累计投资 investment", "Fixed-asset investment of an enterprise.";
    EnterpriseJobs Enterprises "jobs" "从业人数" "Jobs" ["人" "persons"] Figure(Measure::Count), false, "从业人员 就业 就业人数 用工人数 员工人数 职工人数 员工数 平均用工人数 employment workers 年末职工 职工 年末从业人员 年末职工人数", "Jobs of an enterprise.";
    EnterpriseLand Enterprises "land" "占地面积" "Land" ["亩" "mu"] Figure(Measure::Land), false, "占地 用地 用地面积 土地面积 landarea", "Land of an enterprise.";
    Flagship Enterprises "flagship" "镇园之宝" "Flagship" ["" ""] Truth, false, "是否镇园之宝 龙头企业 是否龙头企业 flagship", "Whether an enterprise anchors its park.";
    ChainLeader Enterprises "chain_leader" "链主企业" "Chain leader" ["" ""] Truth, false, "链主 是否链主 是否链主企业 chainleader", "Whether an enterprise leads a chain.";
    Honours Enterprises "honours" "企业荣誉" "Honours" ["" ""] Texts, false, "荣誉 资质 企业资质 称号 honours honors", "Titles of an enterprise.";
    EnterpriseYear Enterprises "year" "年份" "Year" ["" ""] Year, false, "年度 数据年份 统计年度 投产年份 year", "Year of the figures of an enterprise.";
    EnterpriseContact Enterprises "" "联系人" "Contact" ["" ""] Personal, false, "联系方式 联系电话 电话 手机 手机号 邮箱 电子邮箱 负责人 法人 法定代表人 法人代表 contact phone email tel", "A person: never kept.";
    EnterpriseRemark Enterprises "" "备注" "Remark" ["" ""] Aside, false, "说明 其他 统一社会信用代码 地址 主要产品 营业收入 主营业务收入 工业增加值 增加值 remark note address products revenue", "Known, no part of a record.";

    ParkSerial Parks "" "序号" "No." ["" ""] Serial, false, "序 no number", "Running number of a park.";
    ParkOf Parks "id" "园区" "Park" ["" ""] Park, true, "园区名称 开发区 开发区名称 园区编号 工业园区 parkname name", "The park.";
    NetLand Parks "capacities.net_land" "可供净地" "Net land" ["亩" "mu"] Figure(Measure::Land), false, "剩余净地 净地 可用净地 剩余用地 可供用地 剩余土地 可供地 剩余工业用地 可供工业用地 可用土地 netland availableland 净用地余量 净地余量 用地余量", "Net land.";
    LargestPlot Parks "capacities.largest_plot" "最大地块" "Largest plot" ["亩" "mu"] Figure(Measure::Land), false, "最大连片地块 最大宗地 最大连片用地 连片地块 最大净地地块 largestplot", "Largest plot.";
    ChemicalLand Parks "capacities.chemical_zone_land" "化工区用地" "Chemical-zone land" ["亩" "mu"] Figure(Measure::Land), false, "化工用地 化工区剩余用地 化工园区用地 化工集中区用地 chemicalzoneland 化工集中区剩余用地 化工集中区用地余量", "Land in the chemical zone.";
    PlantFloor Parks "capacities.plant_floor" "标准厂房" "Plant floor" ["平方米" "m²"] Figure(Measure::Floor), false, "标准厂房面积 剩余标准厂房 空置标准厂房 闲置标准厂房 可用标准厂房 厂房面积 标准厂房余量 plantfloor standardplant 厂房余量", "Floor of standard plants.";
    SparePower Parks "capacities.power" "电力余量" "Spare power" ["MW" "MW"] Figure(Measure::Power), false, "剩余电力 供电余量 电力负荷余量 可用电力 供电能力余量 剩余供电能力 用电余量 sparepower power", "Spare power.";
    Sewage Parks "capacities.sewage" "污水处理余量" "Spare sewage treatment" ["吨/日" "t/d"] Figure(Measure::Flow), false, "污水余量 剩余污水处理能力 污水处理能力余量 污水处理剩余能力 sparesewage sewage", "Spare sewage treatment.";
    ChemicalSewage Parks "capacities.chemical_sewage" "化工污水处理余量" "Spare chemical sewage" ["吨/日" "t/d"] Figure(Measure::Flow), false, "化工污水余量 化工废水处理余量 化工污水处理能力余量 chemicalsewage", "Spare chemical sewage.";
    SpareWater Parks "capacities.water" "供水余量" "Spare water" ["吨/日" "t/d"] Figure(Measure::Flow), false, "供水 剩余供水能力 供水能力余量 用水余量 sparewater water", "Spare water.";
    EnergyQuota Parks "capacities.energy_quota" "能耗指标余量" "Energy quota" ["吨标准煤" "tce"] Figure(Measure::Energy), false, "能耗指标 剩余能耗指标 可用能耗指标 能耗余量 能耗空间 energyquota", "Spare energy quota.";
    ParkContact Parks "" "联系人" "Contact" ["" ""] Personal, false, "联系方式 联系电话 电话 负责人 contact phone email", "A person: never kept.";
    ParkRemark Parks "" "备注" "Remark" ["" ""] Aside, false, "说明 级别 园区级别 所在地 remark note level", "Known, no part of a record.";

    ValueSerial IndicatorValues "" "序号" "No." ["" ""] Serial, false, "序 no number", "Running number of a value.";
    ValuePark IndicatorValues "park" "园区" "Park" ["" ""] Park, true, "园区名称 开发区 开发区名称 所属园区 parkname", "Park of a value.";
    ValueIndicator IndicatorValues "indicator" "指标" "Indicator" ["" ""] Indicator, true, "指标名称 指标代码 评价指标 indicatorname", "Indicator of a value.";
    ValueYear IndicatorValues "year" "年份" "Year" ["" ""] Year, true, "年度 年 统计年度 years", "Year of a value.";
    ValueNumber IndicatorValues "value" "数值" "Value" ["" ""] Number, false, "值 指标值 完成值 实际值 完成情况", "The value.";
    ValueUnit IndicatorValues "" "计量单位" "Unit" ["" ""] Aside, false, "单位 unitofmeasure", "Unit of a value: that of its indicator.";
    ValueRemark IndicatorValues "" "备注" "Remark" ["" ""] Aside, false, "说明 数据来源 来源 remark note", "Known, no part of a record.";
}

impl Column {
    /// What is known of it.
    pub fn spec(self) -> &'static Spec {
        COLUMNS.get(self as usize).unwrap_or(&COLUMNS[0])
    }

    /// The column of a stable name.
    pub fn of_id(id: &str) -> Option<Self> {
        COLUMNS.iter().map(|it| it.column).find(|it| it.id() == id)
    }
}

/// The columns of a table, in the order in which they are written.
pub fn of_table(table: TableKind) -> impl Iterator<Item = &'static Spec> {
    COLUMNS.iter().filter(move |it| it.table == table)
}

/// Words around a head that do not change what it means, longer ones first.
const AROUND: [&str; 17] = [
    "达产后",
    "达产年",
    "投产后",
    "必填",
    "选填",
    "预计",
    "预估",
    "计划",
    "需求",
    "情况",
    "合计",
    "目前",
    "其中",
    "达产",
    "投产",
    "拟",
    "约",
];

/// What a head is called: letters and figures only, folded.
pub fn key(head: &str) -> String {
    clean::letters(head)
}

/// The column of `table` that the head `key` names: as it is, or without words around it that change nothing.
pub fn of_head(table: TableKind, key: &str) -> Option<Column> {
    if key.is_empty() {
        return None;
    }
    exact(table, key).or_else(|| {
        let mut bare = key;
        loop {
            let shorter = AROUND.iter().find_map(|it| bare.strip_prefix(it).or_else(|| bare.strip_suffix(it)))?;
            if shorter.is_empty() {
                return None;
            }
            if let Some(found) = exact(table, shorter) {
                return Some(found);
            }
            bare = shorter;
        }
    })
}

/// All heads by table and key.
static HEADS: LazyLock<BTreeMap<(TableKind, String), Column>> = LazyLock::new(|| {
    let mut heads = BTreeMap::new();
    for spec in &COLUMNS {
        let own = [self::key(spec.zh), self::key(spec.en)];
        for key in own.into_iter().chain(spec.synonyms.split(' ').map(str::to_owned)) {
            heads.entry((spec.table, key)).or_insert(spec.column);
        }
    }
    heads
});

fn exact(table: TableKind, key: &str) -> Option<Column> {
    HEADS.get(&(table, key.to_owned())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_columns_holds_together() {
        for (at, spec) in COLUMNS.iter().enumerate() {
            assert_eq!(spec.column as usize, at);
            assert_eq!(Column::of_id(spec.column.id()), Some(spec.column));
            for word in spec.synonyms.split(' ') {
                assert_eq!(key(word), word, "synonyms are folded");
            }
        }
        for table in TableKind::ALL {
            let mut heads = BTreeMap::new();
            for spec in of_table(table) {
                let own = [key(spec.zh), key(spec.en)];
                for word in own.into_iter().chain(spec.synonyms.split(' ').map(str::to_owned)) {
                    let earlier = heads.insert(word.clone(), spec.column);
                    assert!(
                        earlier.is_none_or(|it| it == spec.column),
                        "{word} names {earlier:?} and {:?}",
                        spec.column
                    );
                }
            }
        }
    }

    #[test]
    fn heads_of_many_hands_name_one_column() {
        let found = |head| of_head(TableKind::Projects, &key(head));
        for (head, column) in [
            ("项目名称*", Column::ProjectName),
            ("投资方/企业", Column::Investor),
            ("占地", Column::ProjectLand),
            ("达产后年产值", Column::ProjectOutput),
            ("预计年税收", Column::ProjectTax),
            ("年利税", Column::ProjectProfitAndTax),
            ("是否“两高”", Column::TwoHigh),
            ("固定资产投资", Column::Investment),
            ("协议投资额", Column::TotalInvestment),
            ("联系人", Column::ProjectContact),
        ] {
            assert_eq!(found(head), Some(column), "{head}");
        }
        for none in ["", "项目名称变更", "投资强度等级", "预计"] {
            assert_eq!(found(none), None, "{none}");
        }
    }
}
