//! What are invented parks, sub-sectors and projects called? Word lists; every combination reads in both languages.

use crate::model::{industry::EnvironmentClass, text::Text};
use EnvironmentClass::{E0, E1, E2, E3, E4, E5, ER};

/// A sector with its sub-sectors: Chinese, English, environment class.
pub struct Sector {
    /// Its name in Chinese and English.
    pub name: (&'static str, &'static str),
    /// What it makes.
    pub makes: [(&'static str, &'static str, EnvironmentClass); 8],
}

/// The sectors.
pub const SECTORS: [Sector; 10] = [
    Sector {
        name: ("电子信息", "Electronic information"),
        makes: [
            ("显示面板", "Display panel", E2),
            ("智能终端", "Smart terminal", E1),
            ("集成电路", "Integrated circuit", E3),
            ("传感器", "Sensor", E1),
            ("印制电路", "Printed circuit", E3),
            ("光通信", "Optical communication", E1),
            ("存储", "Storage", E2),
            ("连接器", "Connector", E2),
        ],
    },
    Sector {
        name: ("装备制造", "Equipment manufacturing"),
        makes: [
            ("机器人", "Robot", E1),
            ("数控机床", "Machine tool", E1),
            ("无人机", "Drone", E1),
            ("泵阀", "Pump and valve", E1),
            ("电机", "Motor", E1),
            ("轨道交通", "Rail transit", E2),
            ("工程机械", "Construction machine", E2),
            ("仪器仪表", "Instrument", E0),
        ],
    },
    Sector {
        name: ("汽车", "Automotive"),
        makes: [
            ("专用车", "Special vehicle", E2),
            ("发动机", "Engine", E2),
            ("底盘", "Chassis", E2),
            ("车身", "Car body", E2),
            ("车灯", "Car lamp", E1),
            ("汽车内饰", "Car interior", E1),
            ("制动系统", "Brake", E1),
            ("轮胎", "Tyre", E2),
        ],
    },
    Sector {
        name: ("新能源", "New energy"),
        makes: [
            ("动力电池", "Traction battery", E2),
            ("储能", "Energy storage", E1),
            ("光伏", "Photovoltaic", E2),
            ("电池回收", "Battery recycling", E3),
            ("风电", "Wind power", E1),
            ("氢能", "Hydrogen", E2),
            ("充电设施", "Charging", E1),
            ("电力电子", "Power electronics", E1),
        ],
    },
    Sector {
        name: ("先进材料", "Advanced materials"),
        makes: [
            ("特种金属", "Special metal", E2),
            ("碳纤维", "Carbon fibre", E2),
            ("磁性", "Magnetic", E3),
            ("高分子", "Polymer", E2),
            ("先进陶瓷", "Advanced ceramic", E2),
            ("特种玻璃", "Special glass", E2),
            ("涂层", "Coating", E3),
            ("石墨", "Graphite", E2),
        ],
    },
    Sector {
        name: ("化工", "Chemicals"),
        makes: [
            ("精细化工", "Fine chemical", E4),
            ("天然气化工", "Natural-gas chemical", E4),
            ("无机盐", "Inorganic salt", E4),
            ("农药", "Pesticide", E4),
            ("树脂", "Resin", E4),
            ("助剂", "Additive", E4),
            ("工业气体", "Industrial gas", E4),
            ("日用化学", "Household chemical", E2),
        ],
    },
    Sector {
        name: ("医药", "Medicine"),
        makes: [
            ("化学药", "Drug", E2),
            ("医疗器械", "Medical device", E1),
            ("核医学", "Nuclear medicine", ER),
            ("中药", "Chinese medicine", E1),
            ("生物制剂", "Biological", E2),
            ("诊断试剂", "Diagnostic", E1),
            ("兽药", "Veterinary drug", E2),
            ("康复辅具", "Rehabilitation aid", E0),
        ],
    },
    Sector {
        name: ("食品", "Food"),
        makes: [
            ("肉制品", "Meat", E2),
            ("饮料", "Beverage", E1),
            ("粮油", "Grain and oil", E1),
            ("调味品", "Condiment", E2),
            ("预制菜", "Prepared meal", E1),
            ("饲料", "Feed", E1),
            ("乳品", "Dairy", E2),
            ("白酒", "Liquor", E2),
        ],
    },
    Sector {
        name: ("轻纺", "Light industry and textiles"),
        makes: [
            ("丝绸", "Silk", E1),
            ("印染", "Dyeing", E3),
            ("服装", "Apparel", E0),
            ("鞋", "Footwear", E0),
            ("家具", "Furniture", E1),
            ("包装", "Packaging", E1),
            ("造纸", "Paper", E2),
            ("玩具", "Toy", E1),
        ],
    },
    Sector {
        name: ("建材冶金", "Building materials and metals"),
        makes: [
            ("装配式建筑", "Prefabrication", E1),
            ("硅基", "Silicon", E5),
            ("铝", "Aluminium", E5),
            ("铜", "Copper", E2),
            ("水泥", "Cement", E5),
            ("石材", "Stone", E2),
            ("耐火", "Refractory", E5),
            ("钢结构", "Steel structure", E1),
        ],
    },
];

/// What is made of a thing; the first row is the thing itself.
pub const FORMS: [(&str, &str); 5] =
    [("产品", "products"), ("材料", "materials"), ("装备", "equipment"), ("部件", "components"), ("服务", "services")];

/// First halves of the names of invented districts.
const HEADS: [(&str, &str); 30] = [
    ("清", "Qing"),
    ("安", "An"),
    ("永", "Yong"),
    ("兴", "Xing"),
    ("长", "Chang"),
    ("云", "Yun"),
    ("翠", "Cui"),
    ("丰", "Feng"),
    ("和", "He"),
    ("宁", "Ning"),
    ("金", "Jin"),
    ("明", "Ming"),
    ("广", "Guang"),
    ("龙", "Long"),
    ("石", "Shi"),
    ("平", "Ping"),
    ("德", "De"),
    ("新", "Xin"),
    ("南", "Nan"),
    ("东", "Dong"),
    ("北", "Bei"),
    ("西", "Xi"),
    ("大", "Da"),
    ("高", "Gao"),
    ("白", "Bai"),
    ("文", "Wen"),
    ("武", "Wu"),
    ("嘉", "Jia"),
    ("仁", "Ren"),
    ("福", "Fu"),
];

/// Second halves of the names of invented districts.
const TAILS: [(&str, &str); 26] = [
    ("江", "jiang"),
    ("山", "shan"),
    ("原", "yuan"),
    ("川", "chuan"),
    ("阳", "yang"),
    ("泉", "quan"),
    ("林", "lin"),
    ("湖", "hu"),
    ("溪", "xi"),
    ("塘", "tang"),
    ("城", "cheng"),
    ("州", "zhou"),
    ("水", "shui"),
    ("关", "guan"),
    ("桥", "qiao"),
    ("堰", "yan"),
    ("岭", "ling"),
    ("坪", "ping"),
    ("河", "he"),
    ("口", "kou"),
    ("田", "tian"),
    ("庄", "zhuang"),
    ("滩", "tan"),
    ("台", "tai"),
    ("谷", "gu"),
    ("丘", "qiu"),
];

/// Number of districts that have a name of their own.
pub const MOST_DISTRICTS: usize = HEADS.len() * TAILS.len();

/// Parks of one district, in this order: full name, short name, both in English.
pub const PARK_KINDS: [(&str, &str, &str, &str); 8] = [
    ("经济开发区", "经开区", "Economic Development Zone", "EDZ"),
    ("高新技术产业园区", "高新区", "High-tech Industrial Park", "High-tech"),
    ("工业园区", "工业园", "Industrial Park", "Industrial"),
    ("科技产业园区", "科技园", "Science Park", "Science"),
    ("临港产业园区", "临港园", "Port Park", "Port"),
    ("空港产业园区", "空港园", "Airport Park", "Airport"),
    ("循环经济园区", "循环园", "Circular Economy Park", "Circular"),
    ("智造产业新城", "智造城", "Smart Manufacturing Town", "Smart Town"),
];

/// First halves of the names of invented firms.
const FIRM_HEADS: [(&str, &str); 16] = [
    ("恒", "Heng"),
    ("华", "Hua"),
    ("天", "Tian"),
    ("中", "Zhong"),
    ("科", "Ke"),
    ("瑞", "Rui"),
    ("宏", "Hong"),
    ("鑫", "Xin"),
    ("博", "Bo"),
    ("创", "Chuang"),
    ("远", "Yuan"),
    ("盛", "Sheng"),
    ("凯", "Kai"),
    ("泰", "Tai"),
    ("联", "Lian"),
    ("海", "Hai"),
];

/// Second halves of the names of invented firms.
const FIRM_TAILS: [(&str, &str); 16] = [
    ("达", "da"),
    ("泽", "ze"),
    ("成", "cheng"),
    ("信", "xin"),
    ("智", "zhi"),
    ("润", "run"),
    ("升", "sheng"),
    ("利", "li"),
    ("康", "kang"),
    ("源", "yuan"),
    ("锐", "rui"),
    ("昌", "chang"),
    ("辉", "hui"),
    ("图", "tu"),
    ("邦", "bang"),
    ("腾", "teng"),
];

/// What projects set up.
pub const SET_UP: [(&str, &str); 8] = [
    ("生产基地", "plant"),
    ("扩能项目", "expansion"),
    ("智能工厂", "smart factory"),
    ("总装线", "assembly line"),
    ("研制中心", "development centre"),
    ("二期工程", "second stage"),
    ("新建厂区", "new works"),
    ("技改", "upgrade"),
];

fn joined(head: Option<&(&str, &str)>, tail: Option<&(&str, &str)>) -> Text {
    let (head, tail) = (head.copied().unwrap_or_default(), tail.copied().unwrap_or_default());
    Text::new(format!("{}{}", head.0, tail.0), format!("{}{}", head.1, tail.1))
}

/// Name of district `at`, without its kind; the names repeat after [`MOST_DISTRICTS`].
pub fn district(at: usize) -> Text {
    // Neighbours differ in both halves.
    joined(HEADS.get(at % HEADS.len()), TAILS.get((at + at / HEADS.len()) % TAILS.len()))
}

/// Name of firm `at`; the names repeat after 256.
pub fn firm(at: usize) -> Text {
    joined(FIRM_HEADS.get(at % 16), FIRM_TAILS.get((at / 16) % 16))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn districts_differ() {
        let names: BTreeSet<Text> = (0..MOST_DISTRICTS).map(district).collect();
        assert_eq!(names.len(), MOST_DISTRICTS);
    }
}
