//! Why an index has no value, in words: the cause in a few characters, to stand where the figure would.

use super::phrase::Phrase;
use crate::analysis::undefined::Undefined;

/// Why there is no value.
pub const fn sentence(reason: Undefined) -> Phrase {
    match reason {
        Undefined::NoTotal => Phrase::new("合计为零，无从计算", "nothing on record: the total is 0"),
        Undefined::NotAnAmount => Phrase::new("数据有负值或无效值", "a figure is negative or not valid"),
        Undefined::OutOfRange => Phrase::new("数值超出取值范围", "a figure is out of range"),
        Undefined::UnequalLists => Phrase::new("数据项数不一致", "the lists differ in length"),
        Undefined::OneCategory => Phrase::new("只有一类，无从比较", "only one category"),
        Undefined::ZeroPart => Phrase::new("有一项为零，无法取对数", "a part is 0 and has no logarithm"),
        Undefined::NoReference => Phrase::new("缺参照区数据", "no data on the reference region"),
        Undefined::ReferenceAbsent(_) => Phrase::new("参照区没有对应数据", "the reference has nothing to compare with"),
        Undefined::OnePlant => Phrase::new("只有一家工厂", "only one plant"),
        Undefined::OneRegion => Phrase::new("只有一个区域", "only one region"),
        Undefined::OneIndustry => Phrase::new("组内只有一个行业", "only one industry in the group"),
        Undefined::NobodyToCompare => Phrase::new("没有可比园区", "no other park to compare with"),
        Undefined::NoRelated => Phrase::new("没有关联行业", "no related industry"),
        Undefined::AllZero => Phrase::new("各系统水平均为零", "all levels are 0"),
        Undefined::NoWeight => Phrase::new("权重合计为零", "the weights add up to 0"),
        Undefined::Singular => Phrase::new("投入产出表无法求逆", "the input-output table cannot be inverted"),
        Undefined::NoOutput => Phrase::new("该部门没有产出", "the sector has no output"),
        Undefined::BuyerAbsent => Phrase::new("本地没有采购部门", "the buying sector is not here"),
        Undefined::NoBase => Phrase::new("尚无现有产值，无法计算增长", "no existing output to grow from"),
        Undefined::PlantsUnknown => Phrase::new(
            "有记录合并了多家企业或未填产值，规模未知",
            "a record sums up several firms or states no output: plant sizes are not known",
        ),
        Undefined::OutsideUnknown => Phrase::new("数据不含园区以外的产值", "output outside the parks is not on record"),
        Undefined::NoDesignation => Phrase::new("未确定主导产业", "no leading industry designated"),
        Undefined::NoSpread => Phrase::new("数值全部相同，无从比较", "all values are equal"),
        Undefined::NoData => Phrase::new("没有数据", "no data"),
        Undefined::TooFew(_) => Phrase::new("数据太少", "too few values"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn reasons_that_differ_sound_different() {
        let reasons = [
            Undefined::NoTotal,
            Undefined::NotAnAmount,
            Undefined::OutOfRange,
            Undefined::UnequalLists,
            Undefined::OneCategory,
            Undefined::ZeroPart,
            Undefined::NoReference,
            Undefined::ReferenceAbsent(3),
            Undefined::OnePlant,
            Undefined::OneRegion,
            Undefined::OneIndustry,
            Undefined::NobodyToCompare,
            Undefined::NoRelated,
            Undefined::AllZero,
            Undefined::NoWeight,
            Undefined::Singular,
            Undefined::NoOutput,
            Undefined::BuyerAbsent,
            Undefined::NoBase,
            Undefined::PlantsUnknown,
            Undefined::OutsideUnknown,
            Undefined::NoDesignation,
            Undefined::NoSpread,
            Undefined::NoData,
            Undefined::TooFew(2),
        ];
        for of in [|phrase: Phrase| phrase.zh, |phrase: Phrase| phrase.en] {
            let told: BTreeSet<&str> = reasons.into_iter().map(|reason| of(sentence(reason))).collect();
            assert_eq!(told.len(), reasons.len());
            assert!(told.iter().all(|text| !text.is_empty() && !text.ends_with(['.', '。'])));
        }
    }
}
