//! What the window says: labels, buttons, empty states.

use super::phrase::Phrase;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Phrase = Phrase::new($zh, $en);)*

        /// All of them, for the test that every character has a glyph.
        pub const ALL: &[Phrase] = &[$($name),*];
    };
}

words! {
    /// Name of the program.
    PARKBOARD = "园区布局工作台", "Parkboard";
    /// The workspace for placing projects.
    PLACEMENT = "项目布局", "Placement";
    /// The workspace of charts.
    CLUSTERS = "集群分析", "Clusters";
    /// Turn to the board.
    SHOW_PLACEMENT = "转到项目布局", "Go to placement";
    /// Turn to the charts.
    SHOW_CLUSTERS = "转到集群分析", "Go to clusters";
    /// Before the plan tabs, for screen readers.
    PLAN = "方案", "Plan";
    /// Menu of the document.
    DOCUMENT_MENU = "文件菜单", "File menu";
    /// New document on the data of the open one.
    NEW_SAME_BASE = "新建：沿用当前数据，空白方案", "New: same data, empty plan";
    /// New document from the sample.
    NEW_SAMPLE = "新建：示例", "New: sample";
    /// New document without data.
    NEW_BLANK = "新建：空白情景", "New: blank scenario";
    /// Open a file.
    OPEN = "打开…", "Open…";
    /// Open a recent file.
    OPEN_RECENT = "最近打开", "Open recent";
    /// No recent files.
    NO_RECENT = "暂无最近文件", "No recent files";
    /// Save.
    SAVE = "保存", "Save";
    /// Save under another name.
    SAVE_AS = "另存为…", "Save as…";
    /// Close the program.
    QUIT = "退出", "Quit";
    /// Nothing is unsaved.
    SAVED = "已保存", "Saved";
    /// Something is unsaved.
    UNSAVED = "未保存", "Unsaved";
    /// The embedded sample, in no file.
    IN_NO_FILE = "未存为文件", "Not in a file";
    /// A job is under way.
    BUSY = "读写中…", "Working…";
    /// Undo.
    UNDO = "撤销", "Undo";
    /// Redo.
    REDO = "重做", "Redo";
    /// Settings menu.
    SETTINGS = "设置", "Settings";
    /// Switch to dark.
    DARK = "深色", "Dark theme";
    /// Switch to light.
    LIGHT = "浅色", "Light theme";
    /// Chinese, in both languages.
    CHINESE = "中文", "中文";
    /// English, in both languages.
    ENGLISH = "English", "English";
    /// Zoom in.
    ZOOM_IN = "放大", "Zoom in";
    /// Zoom out.
    ZOOM_OUT = "缩小", "Zoom out";
    /// Zoom back.
    ZOOM_RESET = "恢复 100 %", "Reset to 100 %";
    /// The sheet of keys.
    SHORTCUTS = "快捷键", "Keyboard shortcuts";
    /// About the program.
    ABOUT = "关于", "About";
    /// What the program is.
    ABOUT_TEXT = "把新引进项目布局到最合适的园区。离线运行：不联网，无账号。",
        "Places newly introduced projects into the parks that suit them. Offline: no network, no account.";
    /// Close a sheet.
    CLOSE = "关闭", "Close";
    /// New plan.
    ADD_PLAN = "新建方案", "New plan";
    /// Copy the plan that is shown.
    COPY_PLAN = "复制当前方案", "Copy this plan";
    /// New empty plan.
    EMPTY_PLAN = "新建空白方案", "New empty plan";
    /// Rename a plan.
    RENAME_PLAN = "改名…", "Rename…";
    /// Remove a plan.
    REMOVE_PLAN = "删除方案", "Remove plan";
    /// Make a plan open first.
    OPEN_FIRST = "设为默认打开", "Open this plan first";
    /// A name field.
    NAME = "名称", "Name";
    /// The search field.
    SEARCH = "搜索项目、产业、首报单位", "Search projects, industries";
    /// Clear the search field.
    CLEAR_SEARCH = "清除搜索", "Clear search";
    /// Unplaced projects.
    UNPLACED = "待布局", "Unplaced";
    /// Placed projects.
    PLACED = "已布局", "Placed";
    /// Where it stands.
    IN_PARK = "所在园区", "Park";
    /// Queue without projects left.
    ALL_PLACED = "全部项目已布局", "All projects are placed";
    /// No projects at all.
    NO_PROJECTS = "尚无项目。打开情景文件，或从示例新建", "No projects yet. Open a scenario, or begin with the sample";
    /// No search hit.
    NO_HIT = "没有符合的项目", "No project matches";
    /// No parks at all.
    NO_PARKS = "尚无园区。打开情景文件，或从示例新建", "No parks yet. Open a scenario, or begin with the sample";
    /// An empty park.
    DROP_HERE = "尚无新项目，拖到此处", "No new project yet, drop one here";
    /// An empty park, short.
    DROP_HERE_SHORT = "拖到此处", "Drop a project here";
    /// A free slot.
    FREE_SLOT = "空位", "Free slot";
    /// Before the name in an overflow socket.
    OVER = "超", "Over";
    /// Land.
    LAND = "用地", "Land";
    /// Unit of land.
    MU = "亩", "mu";
    /// Output.
    OUTPUT = "产值", "Output";
    /// Share of leading industries.
    LEADING_SHARE = "主导占比", "Leading";
    /// A missing figure.
    MISSING = "缺数据", "Missing";
    /// Level legal, clean.
    LEGAL_CLEAN = "无突破", "clean";
    /// A plan made by hand.
    MANUAL_PLAN = "手工方案", "Manual plan";
    /// An approved plan.
    APPROVED_PLAN = "已批准，只读", "Approved, read-only";
    /// Drop state: no new problem.
    NO_NEW_PROBLEM = "无新增问题", "No new problem";
    /// Drop state: created.
    CREATES = "新增", "New:";
    /// Drop state: cured.
    CURES = "消除", "Cures";
    /// Release now.
    RELEASE = "松手放入", "Release to place";
    /// Release over the queue.
    RELEASE_TO_TAKE_BACK = "松手退回待布局", "Release to take it back";
    /// Release does nothing.
    NOT_ALLOWED = "不可放入", "Not allowed";
    /// Press Enter to place.
    ENTER_PLACES = "Enter 放入", "Enter to place";
    /// It stands here already.
    HERE = "现在此园区", "Stands here";
    /// Title of the ranking of a project.
    RECOMMENDED_PARKS = "建议园区", "Recommended parks";
    /// What the scores of the ranking are.
    WEIGHTED_SUM = "先看结论，再比分数", "verdict, then points";
    /// On what scale the points of a ranking stand.
    SCALE_OF_POINTS = "满分 1000，协同另计", "of 1000, coupling on top";
    /// Button that leads from the ranking to the weights.
    WEIGHTS_BUTTON = "权重…", "Weights…";
    /// What the figures of parks for several projects are.
    SUM_OF_SCORES = "得分之和", "sums of scores";
    /// Parks after the first ones, before their number.
    OTHER_PARKS = "其余园区", "Other parks";
    /// Parks that refuse a project, before their number.
    VETOED_PARKS = "否决的园区", "Vetoed parks";
    /// Title over when the first place would turn.
    WHEN_IT_TURNS = "结论何时会变", "When the first place turns";
    /// Title of what a park would say to what is held over it.
    WHAT_IF_HERE = "放在这里会怎样", "What would happen here";
    /// What the rules say, in a short list.
    COMPLIANCE = "合规", "Rules";
    /// Positions, in a short list.
    POSITIONS_SHORT = "定位", "Slots";
    /// Sum of a table.
    TOTAL = "合计", "Total";
    /// What coupling is.
    COUPLING_MEANS = "与同园项目的关联", "with projects placed there";
    /// Before the criteria that are left out for all parks alike.
    LEFT_OUT = "各园均未计入：", "Left out for all parks:";
    /// Of parks that nothing but the list of the city tells apart.
    TIED = "并列", "Tied";
    /// While advice is being worked out beside the window.
    WORKING_IT_OUT = "正在核算…", "Working it out…";
    /// A fault ended it.
    ADVICE_BROKE_OFF =
        "程序故障，未能核算；方案和文件不受影响",
        "A fault of the program broke this off; plan and file are as they were";
    /// Of a first place that no other park has as good a verdict for.
    BY_VERDICT = "由结论定", "By verdict";
    /// Shows a park.
    SHOW_PARK = "查看园区", "Show park";
    /// On the rank of a park.
    RANK_MEANS = "选中项目的建议园区", "recommended for the selected project";
    /// Suitability, before a score.
    FIT = "适配", "Fit";
    /// After the slots of a park: the sub-sector of what is held may take a free one.
    MAY_BE_DESIGNATED = " 可增设", " may be added";
    /// Every park is vetoed.
    ALL_VETOED = "全部否决", "All vetoed";
    /// Vetoed.
    VETO = "否决", "Vetoed";
    /// What moves.
    MOVING = "正在移动", "Moving";
    /// How to cancel.
    CANCEL_HINT = "在空白处松手或按 Esc 不作改动", "Release outside or press Esc to cancel";
    /// How to place with the keys.
    KEYS_HINT = "← ↑ ↓ → 换园区 · Enter 放下 · Esc 取消", "← ↑ ↓ → choose · Enter drops · Esc cancels";
    /// Nothing happened yet.
    READY = "拖动项目到园区卡片，或选中后按空格拿起", "Drag a project onto a park card, or select it and press Space";
    /// A step taken back.
    UNDONE = "已撤销", "Undone";
    /// A step done again.
    REDONE = "已重做", "Redone";
    /// More about a notice.
    DETAILS = "详情", "Details";
    /// Dismiss a notice.
    DISMISS = "知道了", "Dismiss";
    /// Copy text.
    COPY = "复制", "Copy";
    /// The findings list.
    FINDINGS = "问题", "Findings";
    /// No findings.
    NO_FINDINGS = "没有问题", "No findings";
    /// Number of rules.
    RULES = "条规则", "rules";
    /// Number of passed checks.
    PASSED = "项通过", "hold";
    /// Number of rules off.
    OFF = "条停用", "off";
    /// The composition chart.
    COMPOSITION = "产业构成", "Composition";
    /// Chart of now.
    NOW = "现状", "Now";
    /// Chart with plan.
    WITH_PLAN = "含方案", "With plan";
    /// Metric output.
    METRIC_OUTPUT = "产值", "Output";
    /// Metric: tax.
    METRIC_TAX = "税收", "Tax";
    /// Metric land.
    METRIC_LAND = "用地", "Land";
    /// Metric investment.
    METRIC_INVESTMENT = "投资", "Investment";
    /// Metric jobs.
    METRIC_JOBS = "就业", "Jobs";
    /// Metric count.
    METRIC_COUNT = "户数", "Count";
    /// Unit of output and investment in the chart.
    UNIT_YI = "亿元", "CNY 100m";
    /// Unit of land in the chart.
    UNIT_MU = "亩", "mu";
    /// Unit of jobs in the chart.
    UNIT_JOBS = "人", "jobs";
    /// Unit of count in the chart.
    UNIT_COUNT = "户", "firms and projects";
    /// A chart without data.
    NO_DATA = "没有数据：企业与项目均未填报该指标", "No data: neither firms nor projects state this figure";
    /// Records without the figure, after their number.
    RECORDS_MISSING = "条记录缺此数据", "records lack this figure";
    /// Empty inspector.
    SELECT_SOMETHING = "选择一个项目、园区或问题", "Select a project, a park or a finding";
    /// What the empty inspector offers.
    SELECT_HINT = "单击卡片或列表中的任一项，这里显示依据与去向", "Click any card or row: reasons and choices show here";
    /// First reporter.
    FIRST_REPORT = "首报", "First report";
    /// Investment.
    INVESTMENT = "总投资", "Investment";
    /// Jobs.
    JOBS = "就业", "Jobs";
    /// Investment per mu.
    INVESTMENT_PER_MU = "亩均投资", "Invest. / mu";
    /// Output per mu.
    OUTPUT_PER_MU = "亩均产值", "Output / mu";
    /// Tax per mu.
    TAX_PER_MU = "亩均税收", "Tax / mu";
    /// Power.
    POWER = "用电", "Power";
    /// Waste water.
    WASTE_WATER = "污水", "Sewage";
    /// Environment class.
    ENVIRONMENT = "环保类别", "Class";
    /// Unit 万元.
    WAN = "万元", "CNY 10k";
    /// Unit persons.
    PERSONS = "人", "jobs";
    /// Button that places at the best park, before its name.
    PLACE_AT = "放入", "To";
    /// Place in this park.
    PLACE_HERE = "放入", "Place";
    /// Place in a park, menu.
    PLACE_IN = "放入…", "Place in…";
    /// Back to the queue.
    BACK_TO_QUEUE = "退回待布局", "Take back";
    /// Pin.
    PIN = "钉住", "Pin";
    /// Unpin.
    UNPIN = "取消钉住", "Unpin";
    /// Pinned flag.
    PINNED = "已钉住", "Pinned";
    /// Positions of a park.
    POSITIONS = "产业定位", "Positions";
    /// Withdraw a position.
    WITHDRAW = "撤回定位", "Withdraw position";
    /// Added by the plan.
    BY_THIS_PLAN = "本方案增设", "by this plan";
    /// Spare factors.
    SPARE = "剩余要素", "Spare factors";
    /// Chemical park.
    CHEMICAL_PARK = "化工园区", "Chemical park";
    /// Facilities.
    FACILITIES = "设施", "Facilities";
    /// Projects of a park.
    PROJECTS = "布局项目", "Placed projects";
    /// Plants.
    PLANT_FLOOR = "标准厂房", "Plant floor";
    /// Sewage capacity.
    SEWAGE = "污水处理", "Sewage";
    /// Water capacity.
    WATER = "供水", "Water";
    /// Largest plot.
    LARGEST_PLOT = "最大地块", "Largest plot";
    /// Energy quota.
    ENERGY = "能耗指标", "Energy quota";
    /// How a finding was counted.
    HOW_COUNTED = "这样数出来", "How it was counted";
    /// The limit line.
    LIMIT = "上限", "Limit";
    /// Members of a finding.
    MEMBERS = "涉及的对象", "Members";
    /// The clause.
    CLAUSE = "依据", "Clause";
    /// The source.
    SOURCE = "来源", "Source";
    /// What can be done.
    WHAT_NOW = "现在能做什么", "What can be done";
    /// A draft may be saved.
    MAY_SAVE = "可以保存草稿、继续调整", "The draft may be saved and changed";
    /// Approval is impossible.
    NO_APPROVAL = "不能报批，直到消除或豁免", "No approval until cured or waived";
    /// Blocks.
    IS_BLOCKED = "否决项：拖放时直接拒绝", "A block: such a drop is refused";
    /// Only a warning.
    IS_WARNING = "提醒项：可继续，报告中列明", "A warning: allowed, and named in reports";
    /// Data must be confirmed.
    IS_UNKNOWN = "核实数据后再判定；在此之前不能报批", "Confirm the datum first; no approval until then";
    /// The waiver.
    WAIVED_UNTIL = "豁免至", "Waived until";
    /// Confidence sign.
    ASSUMED_SIGN = "≈ 示例假设值，非公布数据", "≈ assumed sample value, not published";
    /// Snapshot.
    SNAPSHOT = "数据快照", "Data as of";
    /// Rule pack.
    RULE_PACK = "规则包", "Rule pack";
    /// Number of projects.
    PROJECTS_COUNT = "项目", "projects";
    /// Question: unsaved.
    ASK_UNSAVED = "有未保存的修改", "There are unsaved changes";
    /// Question: unsaved, more.
    ASK_UNSAVED_MORE = "要先保存吗？不保存，这些修改将丢失。", "Save them first? Otherwise they are lost.";
    /// Go on without saving.
    DISCARD = "不保存", "Don't save";
    /// Cancel.
    CANCEL = "取消", "Cancel";
    /// Question: designate.
    ASK_DESIGNATE = "增设为园区定位？", "Designate it as a position?";
    /// Question: designate, more.
    ASK_DESIGNATE_MORE = "该产业不在园区现有定位内，园区尚有空位。增设定位须会商确定。",
        "No position of the park covers this industry, and a slot is free. A new position needs the meeting's consent.";
    /// What a drop breaks besides.
    ALSO_BREAKS = "放入还将突破：", "Placing it also breaks:";
    /// Place without designating.
    PLACE_ONLY = "只放入，不增设", "Place only";
    /// Designate as leading.
    AS_LEADING = "增设为主导", "As leading";
    /// Designate as characteristic.
    AS_CHARACTERISTIC = "增设为特色", "As characteristic";
    /// Choose a file to open.
    CHOOSE_OPEN = "打开情景文件", "Open a scenario";
    /// Title: where to write a file that is not the document.
    CHOOSE_EXPORT = "导出到", "Export to";
    /// Write a file that is not the document.
    EXPORT = "导出", "Export";
    /// Choose a file to save to.
    CHOOSE_SAVE = "保存情景文件", "Save the scenario";
    /// The path field.
    PATH = "文件路径", "Path of the file";
    /// Browse with the system's dialog.
    BROWSE = "浏览…", "Browse…";
    /// The dialog of the system is open.
    DIALOG_OPEN = "系统文件窗口已打开；也可在此直接填写路径", "The system's file window is open; a path can be typed here too";
    /// Path hint.
    PATH_HINT = "也可以把文件拖到窗口上", "A file can also be dropped on the window";
    /// No path typed.
    PATH_EMPTY = "请填写路径", "Type a path";
    /// Overwrite.
    OVERWRITES = "文件已存在，保存将替换它", "The file exists and will be replaced";
    /// File kind.
    SCENARIO_FILES = "情景文件", "Scenario files";
    /// Drop files.
    DROP_TO_OPEN = "松手打开此文件", "Release to open this file";
    /// Pick up.
    PICK_UP = "拿起选中的项目", "Pick up the selected project";
    /// Board.
    NEXT_PARK = "换到相邻园区", "Move to a neighbouring park";
    /// Drop.
    DROP = "放下", "Drop";
    /// Focus search.
    FIND = "搜索", "Find";
    /// Next in list.
    SELECT_NEXT = "选择上一个、下一个项目", "Select the project above or below";
    /// Findings tab count.
    MORE_ITEMS = "项", "more";
    /// Missing land.
    ILLUSTRATIVE = "项目均为示例", "Projects are illustrative";
    /// Window cannot open.
    NO_DISPLAY = "没有可用的图形显示，窗口无法打开；请用命令行 `parkboard check 文件`",
        "There is no display for the window; use the command line, `parkboard check FILE`";
    /// Window cannot draw.
    NO_OPENGL = "图形库不可用，窗口无法打开；Debian 上安装 libgl1 libegl1 libgl1-mesa-dri libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0，或用命令行 `parkboard check 文件`",
        "The window needs OpenGL and X11 or Wayland libraries: on Debian install libgl1 libegl1 libgl1-mesa-dri libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0, or use the command line, `parkboard check FILE`";
    // Handling of the board.
    /// Menu of orders.
    ORDER = "排序", "Sort by";
    /// Smallest first.
    ASCENDING = "升序", "Ascending";
    /// Largest first.
    DESCENDING = "降序", "Descending";
    /// Menu of kept searches.
    VIEWS = "已存视图", "Saved views";
    /// No kept searches.
    NO_VIEWS = "暂无已存视图", "No saved views";
    /// A kept search that searches for nothing.
    ALL_PROJECTS = "全部项目", "All projects";
    /// Use a kept search.
    APPLY_VIEW = "应用", "Apply";
    /// Rename a kept search.
    RENAME_VIEW = "改名", "Rename";
    /// Forget a kept search.
    FORGET_VIEW = "删除", "Remove";
    /// Keep the search and its order.
    KEEP_VIEW = "保存当前搜索与排序…", "Save search and sort…";
    /// Button: keep it.
    KEEP = "保存视图", "Save view";
    /// Pin or unpin all.
    PIN_ALL = "钉住全部已布局项目", "Pin all placed projects";
    /// Select all that match.
    SELECT_ALL = "选中全部搜索结果", "Select all that match";
    /// Key 1.
    AIM_FIRST = "对准第一合适的园区", "Aim at the best park";
    /// Key 2.
    AIM_SECOND = "对准第二合适的园区", "Aim at the second best park";
    /// Key 3.
    AIM_THIRD = "对准第三合适的园区", "Aim at the third best park";
    /// The board as a map.
    MAP = "地图", "Map";
    /// District outlines from a file.
    IMPORT_MAP = "导入地图…", "Import map…";
    /// Title of the question.
    CHOOSE_MAP = "选择县区界线文件（GeoJSON）", "Choose a file of district outlines (GeoJSON)";
    /// Files of maps.
    MAP_FILES = "地图（GeoJSON）", "Maps (GeoJSON)";
    /// Turn to the map of the board.
    SHOW_MAP = "地图视图", "Map of the board";
    /// Cards or table, key.
    CARDS_OR_TABLE = "卡片 / 表格", "Cards / table";
    /// Next grouping, key.
    GROUPING = "切换分组", "Change grouping";
    /// View of the board.
    BOARD_VIEW = "看板视图", "Board view";
    /// Cards.
    CARDS = "卡片", "Cards";
    /// Table.
    TABLE = "表格", "Table";
    /// Parks without a district.
    NO_DISTRICT = "未注明县区", "District not stated";
    /// Column: findings.
    FINDINGS_COLUMN = "问题", "Findings";
    /// Several projects selected.
    SELECTED = "已选", "Selected";
    /// Totals of several projects.
    TOTALS = "合计", "Totals";
    /// Before the factor of which the largest share is used.
    TIGHTEST = "最紧", "Tightest";
    // Menus, palette and what stands in the way of an action.
    /// The file menu.
    FILE_MENU = "文件", "File";
    /// The edit menu.
    EDIT_MENU = "编辑", "Edit";
    /// The view menu.
    VIEW_MENU = "视图", "View";
    /// The plan menu.
    PLAN_MENU = "方案", "Plan";
    /// The park menu.
    PARK_MENU = "园区", "Park";
    /// The help menu.
    HELP_MENU = "帮助", "Help";
    /// All menus in one button.
    ALL_MENUS = "菜单", "Menu";
    /// The sheet of settings.
    SETTINGS_SHEET = "设置…", "Settings…";
    /// Place the selected project in the park that ranks first.
    PLACE_AT_BEST = "布局到最适合的园区", "Place at best park";
    /// Choose a park for the selected project.
    PLACE_SELECTED = "将选中项目放入…", "Place the selected project in…";
    /// Copy all findings as a table.
    COPY_FINDINGS = "复制全部问题（表格）", "Copy all findings as a table";
    /// Group the findings by rule.
    BY_RULE = "问题按规则分组", "Group findings by rule";
    /// Group the findings by park.
    BY_PARK = "问题按园区分组", "Group findings by park";
    /// Group the findings by project.
    BY_PROJECT = "问题按项目分组", "Group findings by project";
    /// Go to the next finding.
    NEXT_FINDING = "下一个问题", "Next finding";
    /// Go to the finding before.
    PREVIOUS_FINDING = "上一个问题", "Previous finding";
    /// Show the next plan.
    NEXT_PLAN = "下一个方案", "Next plan";
    /// Show the plan before.
    PREVIOUS_PLAN = "上一个方案", "Previous plan";
    /// Apply for a waiver.
    WAIVE = "申请豁免…", "Apply for a waiver…";
    /// The waivers of the plan.
    WAIVERS = "豁免清单…", "Waivers…";
    /// Approve the plan.
    APPROVE = "批准方案…", "Approve the plan…";
    /// Select the next park.
    SELECT_NEXT_PARK = "下一个园区", "Next park";
    /// Select the park before.
    SELECT_PREVIOUS_PARK = "上一个园区", "Previous park";
    /// Show the findings of the selected park.
    PARK_FINDINGS = "只看此园区的问题", "Show this park's findings only";
    /// The command palette.
    PALETTE = "命令面板…", "Command palette…";
    /// The field of the palette.
    PALETTE_FIELD = "搜索命令、项目、园区、方案、规则", "Search commands, projects, parks, plans, rules";
    /// How the palette is used.
    PALETTE_HINT = "↑ ↓ 选择 · Enter 执行 · Esc 关闭", "↑ ↓ choose · Enter runs · Esc closes";
    /// Nothing in the palette matches.
    PALETTE_EMPTY = "没有符合的命令或对象", "Nothing matches";
    /// A command in the palette.
    COMMAND = "命令", "Command";
    /// A project in the palette.
    PROJECT = "项目", "Project";
    /// A park in the palette.
    PARK = "园区", "Park";
    /// A plan in the palette.
    PLAN_KIND = "方案", "Plan";
    /// A rule in the palette.
    RULE = "规则", "Rule";
    /// Nothing to undo.
    NOTHING_TO_UNDO = "没有可撤销的步骤", "There is no step to undo";
    /// Nothing to redo.
    NOTHING_TO_REDO = "没有可重做的步骤", "There is no step to redo";
    /// The plan may not change.
    READ_ONLY = "方案已批准，只读；请先复制方案", "The plan is approved and read-only; copy it first";
    /// The plan is approved.
    APPROVED_ALREADY = "方案已批准", "The plan is approved already";
    /// No project is selected.
    SELECT_PROJECT_FIRST = "请先选择一个项目", "Select a project first";
    /// No placed project is selected.
    SELECT_PLACED_FIRST = "请先选择一个已布局的项目", "Select a placed project first";
    /// Nothing is placed.
    NOTHING_PLACED = "尚无已布局项目", "No project is placed yet";
    /// Something is held.
    HOLDING_ALREADY = "已拿起项目", "A project is picked up already";
    /// Nothing is held.
    HOLDING_NOTHING = "没有拿起项目", "No project is picked up";
    /// Nothing to cancel.
    NOTHING_TO_CANCEL = "没有可取消的操作", "There is nothing to cancel";
    /// Zoom is at its end.
    LARGEST = "已是最大，200 %", "This is the largest, 200 %";
    /// Zoom is at its end.
    SMALLEST = "已是最小，80 %", "This is the smallest, 80 %";
    /// There is one plan only.
    ONLY_PLAN = "只有一个方案", "There is only one plan";
    /// The plan opens first already.
    OPENS_FIRST_ALREADY = "已是默认方案", "It opens first already";
    /// No finding that could be waived is selected.
    SELECT_WAIVABLE_FIRST = "请先选择一个须豁免的突破问题", "Select a broken finding that needs a waiver first";
    /// No parks.
    NO_PARKS_YET = "尚无园区", "There are no parks yet";
    /// No park is selected.
    SELECT_PARK_FIRST = "请先选择一个园区", "Select a park first";
    /// In English zoom and language keys of the sheet: move with the arrows.
    KEYS_ON_BOARD = "在列表和园区之间", "In lists and on the board";
    /// The way to the palette, in the band.
    PALETTE_BUTTON = "搜索命令、项目、园区", "Search commands, projects, parks";
    /// A section of the settings.
    LANGUAGE = "语言", "Language";
    /// A section of the settings.
    THEME = "主题", "Theme";
    /// A choice of theme.
    LIGHT_THEME = "浅色主题", "Light";
    /// A choice of theme.
    DARK_THEME = "深色主题", "Dark";
    /// A section of the settings.
    TEXT_SIZE = "文字大小", "Text size";
    /// A section of the settings.
    FOLDER = "默认文件夹", "Default folder";
    /// What the folder is for.
    FOLDER_HINT = "打开、保存时从这里开始；留空则由系统决定", "Opening and saving begin here; empty leaves it to the system";
    /// A folder that is not there.
    NO_SUCH_FOLDER = "没有这个文件夹", "There is no such folder";
    /// A section of the settings.
    MOTION = "动效", "Motion";
    /// A choice of motion.
    STILL = "减少动效", "Reduce motion";
    /// Settings take effect at once.
    AT_ONCE = "改动立即生效，保存在本机", "Changes take effect at once and stay on this computer";
    // The list of findings, ways out, waivers, approval.
    /// The city as a whole.
    CITY = "全市", "City";
    /// Findings in which no project takes part.
    NO_PROJECT = "不涉及项目", "No project";
    /// A column of the table.
    STATE = "状态", "State";
    /// A column of the table.
    LEVEL = "层级", "Level";
    /// A column of the table.
    FINDING = "问题", "Finding";
    /// How the list is grouped.
    GROUPED_BY_RULE = "按规则分组", "By rule";
    /// How the list is grouped.
    GROUPED_BY_PARK = "按园区分组", "By park";
    /// How the list is grouped.
    GROUPED_BY_PROJECT = "按项目分组", "By project";
    /// What the list is narrowed to.
    ONLY = "只看", "Only";
    /// Show the members of a count alone.
    ONLY_THESE = "只看这些", "Show only these";
    /// Show the findings of a rule alone.
    ONLY_THIS_RULE = "只看这条规则", "Show only this rule";
    /// Show all again.
    SHOW_ALL = "显示全部", "Show all";
    /// The filter lets nothing through.
    NO_FINDING_SO = "没有符合的问题", "No finding matches";
    /// More height for findings and chart.
    TALL_FOOT = "加高、还原下方面板", "Taller or lower bottom panel";
    /// Copy one finding.
    COPY_ONE = "复制此条", "Copy this finding";
    /// Copy a group.
    COPY_GROUP = "复制此组", "Copy this group";
    /// Go to the park.
    GO_TO_PARK = "到园区", "Go to the park";
    /// Go to the project.
    GO_TO_PROJECT = "到项目", "Go to the project";
    /// Ways out, before their number.
    WAYS_OUT = "出路", "Ways out";
    /// Choose a park.
    CHOOSE_PARK = "选择园区", "Choose a park";
    /// Carries a way out out.
    APPLY = "应用", "Apply";
    /// Condition of an assumption.
    WAY_DATUM = "须核实数据", "Only once the datum is proved";
    /// Condition of a change of positions.
    WAY_MEETING = "调整定位须会商", "Needs the meeting's consent";
    /// What a waiver asks for.
    WAY_WAIVE_NEEDS = "填理由、机关、到期日", "Reason, authority, expiry";
    /// What a waiver does not do.
    NOT_CURED = "不消除", "Not cured";
    /// What a waiver does.
    APPROVABLE = "可报批", "Approvable";
    /// A way out of a waived finding.
    WAY_SEE_WAIVER = "已豁免", "Waived";
    /// Look at a waiver.
    SEE_WAIVER = "查看豁免…", "See the waiver…";
    /// The sheet of a waiver.
    WAIVER = "豁免（一事一议）", "Waiver";
    /// Why it is waived.
    REASON = "理由", "Reason";
    /// Who waives it.
    AUTHORITY = "批准机关", "Authority";
    /// Last day of the waiver.
    EXPIRES = "到期日", "Last day";
    /// How a day is written.
    DAY_HINT = "写作 2022-10-06", "Write it as 2022-10-06";
    /// What is missing.
    REASON_MISSING = "请填写理由", "State the reason";
    /// What is missing.
    AUTHORITY_MISSING = "请填写批准机关", "Name the authority";
    /// What is missing.
    DAY_WRONG = "到期日应写作 2022-10-06", "Write the last day as 2022-10-06";
    /// The day is over.
    DAY_PAST = "到期日早于数据日期，豁免不会生效", "The last day is before the day of the data: it would not hold";
    /// Grants the waiver.
    GRANT = "记入豁免", "Record the waiver";
    /// Revokes the waiver.
    REVOKE = "撤回豁免", "Take the waiver back";
    /// No waivers.
    NO_WAIVERS = "本方案没有豁免", "This plan has no waivers";
    /// A waiver that has run out.
    EXPIRED = "已到期", "Expired";
    /// A waiver that nothing needs.
    UNUSED = "未用到", "Not needed";
    /// The sheet of the approval.
    APPROVAL = "批准方案", "Approve the plan";
    /// What an approval means.
    APPROVAL_MEANS = "批准后方案只读；要再改，请复制方案", "An approved plan is read-only; copy it to go on";
    /// What stands in the way.
    APPROVAL_BARRED = "以下问题消除或豁免后方可批准：", "These findings must be cured or waived first:";
    /// Who approves.
    APPROVED_BY = "批准单位（职务）", "Approved by (office)";
    /// Day of the approval.
    APPROVED_ON = "批准日期", "Day of the approval";
    /// Who approves is missing.
    APPROVER_MISSING = "请填写批准单位", "Name who approves";
    /// The approve button.
    APPROVE_NOW = "批准", "Approve";
    // Where figures come from.
    /// Opens the sheet that tells it.
    WHERE_FROM = "这个数从哪来", "Where does this come from";
    /// In the sheet of points: how those of coupling come about.
    COUPLING_RECKONED = "按规则包的基准点计分：同一细分领域、有链条关联的项目同园加分，主导定位内的项目加分，有上限",
        "Points by the anchors of the rule pack, up to a limit: for projects of the sub-sector or linked to it in one park, and for a leading position";
    /// The list of projects that coupling rests on.
    COUPLED_WITH = "与这些项目有关联", "Coupled with these projects";
    /// It is empty.
    COUPLED_WITH_NONE = "园内没有同类或有关联的项目", "No project of the sub-sector, and none linked to it, is placed in the park";
    /// The list of what a park stands for, where nothing of it fits.
    STANDS_FOR = "园区的定位和方向", "What the park stands for";
    /// It is empty.
    STANDS_FOR_NOTHING = "园区没有定位，也没有表述的方向", "The park has no position and states no direction";
    /// Characteristic parks and chain leaders of other sub-sectors.
    OTHER_THEMES = "园内的特色园区和链主属于其他领域", "Characteristic parks and chain leaders here are of other sub-sectors";
    /// There are none.
    NO_THEME_RECORDED = "园区没有特色园区和链主的记录", "No characteristic park or chain leader is on record here";
    /// Who makes most in the park.
    LARGEST_MEMBERS = "项目产值，与园内产值最大的企业", "Output of the project, and the largest enterprises of the park";
    /// Suppliers and buyers, with the output of the project.
    SUPPLIERS_AND_BUYERS = "项目产值，与园内的上下游企业；邻近园区按部分计入",
        "Output of the project, and suppliers and buyers in the park; parks nearby count in part";
    /// Of a sub-sector.
    IS_NEW_TRACK = "列入全市新赛道", "among the new tracks of the city";
    /// A position that the plan has set.
    POSITION_OF_THE_PLAN = "本方案设定的定位", "A position that this plan has set";
    /// Back to the list of what points rest on.
    BACK_TO_LIST = "返回列表", "Back to the list";
    /// How much a figure can be trusted.
    CONFIDENCE = "可信程度", "Confidence";
    /// Land that a park can offer.
    NET_LAND = "可供用地", "Land ready";
    /// A figure without a source.
    NO_SOURCE = "未注明", "not stated";
    /// In the sheet of a figure's origin.
    OF_THE_PLAN = "本方案假定，不是来源数据；理由见下", "Assumed by this plan, not found in a source; the reason is below";
    /// The evidence is that of the record.
    OF_THE_RECORD = "依据为整条记录的来源", "The evidence is that of the whole record";
    /// The evidence is that of the field alone.
    OF_THE_FIELD = "此字段另有依据（例外记录）", "This field has evidence of its own (an exception)";
    // The smaller parts of a plan.
    /// Page: lock.
    LOCK = "锁定", "Lock";
    /// Page: reservations.
    RESERVATIONS = "预留", "Reservations";
    /// Page: assumptions.
    ASSUMPTIONS = "假定", "Assumptions";
    /// Mark of an assumption.
    ASSUMED_MARK = "假定", "Assumed";
    /// A locked park.
    LOCKED_MEANS = "本园已锁定：项目不进不出", "The park is locked: no project goes in or out";
    /// What a lock would do.
    LOCK_WOULD_MEAN = "锁定后，本方案中项目不再进出本园", "Once locked, no project goes in or out in this plan";
    /// Button.
    LOCK_PARK = "锁定园区", "Lock the park";
    /// Button.
    UNLOCK = "解锁", "Unlock";
    /// Menu.
    LOCK_OR_UNLOCK = "锁定 / 解锁园区", "Lock or unlock the park";
    /// Menu.
    LOCK_ALL = "锁定 / 解锁全部园区", "Lock or unlock all parks";
    /// Empty list.
    NO_RESERVATIONS = "本园暂无预留", "Nothing is reserved in this park";
    /// Button at a reservation.
    GIVE_UP_RESERVATION = "解除预留", "Release";
    /// Heading.
    RESERVE_MORE = "新增预留", "Another reservation";
    /// Field.
    FACTOR = "要素", "Factor";
    /// Field.
    AMOUNT = "数量", "Amount";
    /// Button.
    RESERVE = "预留", "Reserve";
    /// Empty list.
    NO_ASSUMPTIONS = "暂无假定", "Nothing is assumed";
    /// Button at an assumption.
    DROP_ASSUMPTION = "撤回假定", "Take back the assumption on";
    /// Heading.
    ASSUME_ANOTHER = "新增假定", "Another assumption";
    /// Field.
    DATUM = "数据项 · 现值", "Datum · present value";
    /// Field.
    ASSUMED_VALUE = "假定值", "Assumed value";
    /// Button.
    ASSUME = "作此假定", "Assume";
    /// Field.
    SINCE = "认定之日", "Recognised since";
    /// A flag.
    YES = "是", "Yes";
    /// A flag.
    NO = "否", "No";
    /// Page: premises.
    PREMISES = "用地方式", "Premises";
    /// Page: phases.
    PHASES = "分期", "Phases";
    /// Page: stipulations.
    STIPULATIONS = "指定", "Stipulations";
    /// Heading.
    FIRST_PHASE = "第 1 期", "Phase 1";
    /// All phases together.
    ALL_PHASES = "合计", "All phases";
    /// Hint.
    AS_STATED_IF_EMPTY = "留空则按项目申报", "Left empty: as the project states";
    /// Button at a phase.
    REMOVE = "删除", "Remove";
    /// Field.
    RESERVED_UNTIL = "预留至", "Reserved until";
    /// Button.
    ADD_PHASE = "添加后期", "Add a later phase";
    /// Button.
    SET_PHASES = "按此分期", "Set these phases";
    /// Button.
    DROP_PHASES = "撤回分期", "Take the phases back";
    /// Empty list.
    NO_STIPULATIONS = "暂无指定", "Nothing is stipulated";
    /// Button at a stipulation.
    DROP_STIPULATION = "撤回指定", "Take back the stipulation on";
    /// What a stipulation is.
    STIPULATE_MEANS = "投资方或规划方的意见：必须进入，或不得进入", "The investor's or planner's word: there, or not there";
    /// Stipulation.
    REQUIRED = "必须进入", "Required";
    /// Stipulation.
    FORBIDDEN = "不得进入", "Forbidden";
    /// Field.
    STIPULATED_PARK = "园区", "Park";
    /// Field.
    WHOSE_WORD = "提出方与理由", "Whose word, and why";
    /// Button.
    STIPULATE = "记为指定", "Stipulate";
    /// Premises of an unplaced project.
    PLACE_FIRST = "项目尚未布局；请先放入园区", "The project is not placed; place it first";
    /// Why there is no standard plant.
    NO_PLANT = "不能用标准厂房：项目未标为适合，或用地超过规则上限",
        "No standard plant: the project is not marked as suitable, or asks for more land than the rule allows";
    /// State of a park.
    LOCKED_STATE = "已锁定", "Locked";
    /// State of a plan to which nothing can be dropped.
    READ_ONLY_STATE = "只读", "Read-only";
    /// A position cannot go to this park.
    NOT_HERE = "不能放入", "Cannot go here";
    /// While a position is held over a park.
    OTHER_ROLE_HINT = "移到另一列可换主导、特色", "The other column changes the role";
    /// While a position is held by the keyboard.
    POSITION_KEYS_HINT = "方向键选园区，1 主导，2 特色，回车放下，Esc 取消", "Arrows choose, 1 leading, 2 characteristic, Enter drops, Esc cancels";
    /// A position is held.
    MOVING_POSITION = "移动定位", "Moving position";
    /// Menu: pick a position up by keyboard.
    PICK_UP_POSITION = "拿起定位", "Pick the position up";
    /// State of a park.
    NOT_LOCKED = "未锁定", "Not locked";
    /// Menu.
    PARK_PARTS_SHEET = "锁定、预留与假定…", "Lock, reservations, assumptions…";
    /// Menu.
    PROJECT_PARTS_SHEET = "用地、分期、指定与假定…", "Premises, phases…";
    // Positions, written down.
    /// Sheet: a position that is there.
    EDIT_POSITION = "修改定位", "Edit position";
    /// Sheet: a new one.
    NEW_POSITION = "新增定位", "New position";
    /// Menu: a new one.
    NEW_POSITION_SHEET = "新增定位…", "New position…";
    /// Field.
    NAME_ZH = "名称（中文）", "Name in Chinese";
    /// Field.
    NAME_EN = "名称（英文）", "Name in English";
    /// What an empty name means.
    NAMED_AFTER = "留空则用", "Left empty:";
    /// Field.
    ROLE = "类别", "Role";
    /// Field.
    PLACE_IN_ORDER = "位次", "Place in the order";
    /// Before which one.
    BEFORE_POSITION = "排在之前：", "before";
    /// Behind all others.
    LAST_PLACE = "末位", "last";
    /// List.
    SUB_SECTORS = "细分领域", "Sub-sectors";
    /// List.
    CATALOGUE = "定位目录", "Catalogue";
    /// Field over the lists.
    SEARCH_SUB_SECTORS = "查找细分领域或目录", "Search sub-sectors or catalogue";
    /// Column.
    OLD_POSITION = "现行", "Now";
    /// Column.
    AFTERWARDS = "调整后", "Afterwards";
    /// Before a plan is solved.
    BEFORE_SOLVING = "求解前", "Before";
    /// After a plan was solved.
    AFTER_SOLVING = "求解后", "After";
    /// Column without contents.
    NO_POSITION_YET = "尚无此定位", "No such position";
    /// Slots exceeded.
    OVER_CAP = "超出名额", "over the cap";
    /// Overlap with other parks.
    ALSO_IN = "同时见于：", "is also in:";
    /// Button.
    PROPOSE = "提出调整", "Propose";
    /// Group.
    FINDINGS_GAINED = "新增问题", "New findings";
    /// Group.
    FINDINGS_LOST = "消除问题", "Findings cured";
    /// One that is cured.
    WOULD_CURE = "消除：", "Cures:";
    /// Sheet of all changes.
    POSITIONING = "产业定位一览", "Positions of the plan";
    /// Menu of the same.
    POSITIONING_SHEET = "产业定位一览…", "Positions of the plan…";
    /// Nothing to adopt.
    NO_CHANGES_OF_POSITIONS = "本方案未调整定位", "This plan changes no position";
    /// Kind of change.
    ADDED = "新增", "Added";
    /// Kind of change.
    WITHDRAWN = "撤回", "Withdrawn";
    /// Kind of change.
    MOVED = "移入他园", "Moved";
    /// Kind of change.
    ROLE_CHANGED = "类别调整", "Role changed";
    /// Kind of change.
    RENAMED = "更名", "Renamed";
    /// Kind of change.
    SUB_SECTORS_CHANGED = "细分领域调整", "Sub-sectors changed";
    /// Kind of change.
    REORDERED = "位次调整", "Reordered";
    /// Take a change back.
    RESTORE = "恢复", "Restore";
    /// Heading.
    CAP_CHECK = "名额核对", "Caps";
    /// All caps hold.
    ALL_CAPS_HOLD = "各园区定位均在名额内", "Every park is within its cap";
    /// Why positions cannot be adopted.
    CAP_FORBIDS_ADOPTING = "有园区定位超出名额，不能确认；请先撤回或移出超出的定位",
        "A park exceeds its cap: withdraw or move a position before adopting";
    /// Heading.
    TOGETHER = "全部调整的影响", "What all changes do";
    /// Field.
    SET_BY = "依据文件", "Set by the document";
    /// No document chosen.
    NO_DOCUMENT_YET = "暂无文件", "No document yet";
    /// Button.
    ADOPT = "确认定位", "Adopt positions";
    /// Menu and sheet.
    MOVE_TO = "移到", "Move to";
    /// Menu.
    MOVE_POSITION_SHEET = "移到…", "Move to…";
    /// A park that cannot take a position.
    COVERED_ALREADY = "本园已有定位含该细分领域", "A position of this park covers one of its sub-sectors";
    /// Menu, and title of the sheet.
    STEPS = "操作历史…", "History of steps…";
    /// Under the title of the history of steps.
    STEPS_HINT = "点一步即回到该步之后的状态；回退后仍可前进，直到有新的改动", "A click goes to the state after a step; you can go forward again until something new is done";
    /// Oldest state in the history of steps.
    STEPS_START = "起点：打开时的状态", "Start: as it was opened";
    /// Oldest state when older steps are forgotten.
    STEPS_FORGOTTEN = "起点：更早的步骤已不保留", "Start: older steps are not kept";
    /// Before the name of a step, for those who listen: what a click does.
    GO_TO_STEP = "回到此步之后：", "Go to after:";
    /// Mark of the present state in the history of steps.
    STEP_NOW = "当前", "Now";
    /// Mark of an undone step in the history of steps.
    STEP_UNDONE = "已撤销", "Undone";
    /// No step in the history.
    NO_STEPS = "还没有操作；放入项目后，每一步都列在这里", "Nothing done yet; place a project, and every step is listed here";
    /// Nothing in the history is called like that.
    NO_SUCH_STEP = "没有这样的步骤；请换个词", "No such step; try another word";
    /// Field that narrows a list.
    NARROW_STEPS = "按名称筛选步骤", "Narrow steps by name";
    /// In the inspector: steps about a park or project.
    STEPS_ABOUT = "操作历史", "Steps";
    /// In the inspector: take a step back with all later ones.
    TAKE_BACK_TO = "退回到此步之前：", "Go back to before:";
    /// In the inspector: the way to the whole history.
    ALL_STEPS = "全部操作历史…", "Whole history…";
    /// Disclosure: how positions came to be.
    HISTORY = "定位沿革", "History of positions";
    /// In the history.
    CHANGED_BY_PLAN = "本方案的调整", "Changed by this plan";
    /// In the history.
    SET_IN_BASE = "已确认的定位", "Positions as adopted";
    /// Menu: edit a position.
    EDIT_POSITION_SHEET = "修改定位…", "Edit position…";
    /// A position in the palette.
    POSITION_KIND = "定位", "Position";
    /// After a count of projects: what a click does.
    SELECT_THESE = "选中这些", "Select these";
    /// Title of the sheet that answers for parks that do not stand first.
    WHY_NOT = "为何不是", "Why not";
    /// Menu: that sheet.
    WHY_NOT_SHEET = "为何不是…", "Why not…";
    /// Menu of a park in a ranking: that sheet, at the park.
    WHY_NOT_HERE = "为何不是这里…", "Why not here…";
    /// Title: differences of points, criterion by criterion.
    POINT_BY_POINT = "逐项分差", "Point by point";
    /// Mark of a criterion of which one of two parks states nothing.
    NOT_STATED_BY_ONE = "（有一方未填）", " (not stated by one)";
    /// Over the changes that would put a park first.
    WHAT_WOULD_CHANGE_IT = "什么改变会使其居首", "What would put it first";
    /// Over the chains that make room.
    MAKE_ROOM = "腾挪", "Make room";
    /// Over the vetoes of all parks.
    EVERY_PARK_VETOES = "各园均否决", "Every park vetoes it";
    /// A document without parks.
    NO_PARKS_TO_RANK = "情景没有园区；先打开含园区的情景", "The scenario has no parks; open one that has";
    /// Title of the sheet of weights.
    WEIGHTS = "权重", "Weights";
    /// Menu: the sheet of weights.
    WEIGHTS_SHEET = "权重…", "Weights…";
    /// Page: weights one by one.
    POINTS = "分值", "Points";
    /// Button: drops the plan's own weights.
    BACK_TO_SCENARIO_WEIGHTS = "恢复情景权重", "Back to the scenario's weights";
    /// Why that is impossible.
    WEIGHTS_ARE_SCENARIOS = "本方案正用情景权重", "The plan uses the scenario's weights";
    /// Over the points when they follow from comparisons.
    WEIGHTS_FOLLOW_COMPARISONS = "当前权重由两两比较得出；改动任一分值即不再沿用比较", "These weights follow from the comparisons; once a figure is changed they no longer do";
    /// A scenario without weights.
    NO_CRITERIA = "情景没有评分准则，无从加权", "The scenario has no criteria to weigh";
    /// Page: weights by comparisons of groups.
    PAIRWISE = "两两比较", "Pairwise";
    /// Over the comparisons.
    COMPARISONS_HINT = "把滑块拉向更重要的一组，1 为同等、9 为极端重要；组内各准则的分值比例不变", "Pull towards the group that counts more, 1 alike to 9 beyond compare; inside a group the points keep their proportion";
    /// Button: the judgements of the default pack.
    USUAL_COMPARISONS = "恢复默认判断", "Back to the usual judgements";
    /// Over the weights of the groups.
    GROUP_WEIGHTS = "由比较得出的各组权重", "Weights of the groups by these comparisons";
    /// Button: weights that follow from the comparisons.
    APPLY_COMPARISONS = "应用", "Apply";
    /// Why comparisons cannot be applied.
    COMPARE_AGAIN = "判断相互矛盾（CR 超过 0.20），请先调整", "The judgements contradict each other (above 0.20); adjust them first";
}
