//! Edits of recognition: characteristic parks, the steps of their life, their yearly figures, accidents.

use super::{EditError, Touched, known_park, parts::put};
use crate::model::{
    check::{Wrong, values},
    id::{CharacteristicParkId, RecordId},
    indicator::Incident,
    park::{CharacteristicPark, Recognition},
    recognition::{CharacteristicYear, RecognitionStep, Standing},
    scenario::Scenario,
};

/// One change of recognition that a person would name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecognitionEdit {
    /// Registers a characteristic park that applies, or puts name, park and sub-sector in place of those it has; where it
    /// stands in its life only steps change.
    Register(Box<CharacteristicPark>),
    /// Takes a step in the life of a characteristic park; its number and where it stood before are filled in.
    TakeStep(Box<RecognitionStep>),
    /// Takes the last step back: it stands again where it stood.
    TakeBackStep {
        /// The characteristic park.
        characteristic_park: CharacteristicParkId,
    },
    /// Records the figures of a year, in place of earlier ones of it.
    RecordYear(Box<CharacteristicYear>),
    /// Records an accident, in place of the one of its id.
    ReportIncident(Box<Incident>),
    /// Takes an accident back.
    DropIncident {
        /// Its id.
        incident: RecordId,
    },
}

/// What no file may hold.
pub(super) fn improper(edit: &RecognitionEdit) -> Option<Wrong> {
    match edit {
        RecognitionEdit::Register(it) => {
            it.name.as_ref().and_then(values::name).or_else(|| values::day_of_fact(it.since))
        }
        RecognitionEdit::TakeStep(step) => values::step(step),
        RecognitionEdit::RecordYear(year) => values::characteristic_year(year),
        RecognitionEdit::ReportIncident(incident) => values::day_of_fact(incident.on)
            .or_else(|| incident.note.trim().is_empty().then_some(Wrong::EmptyText))
            .or_else(|| values::long_text(&incident.note)),
        RecognitionEdit::TakeBackStep { .. } | RecognitionEdit::DropIncident { .. } => None,
    }
}

/// Carries out `edit`.
pub(super) fn apply(s: &mut Scenario, edit: &RecognitionEdit) -> Result<Touched, EditError> {
    match edit {
        RecognitionEdit::Register(it) => register(s, it)?,
        RecognitionEdit::TakeStep(step) => take_step(s, step)?,
        RecognitionEdit::TakeBackStep { characteristic_park } => take_back(s, characteristic_park)?,
        RecognitionEdit::RecordYear(year) => {
            known(s, &year.characteristic_park)?;
            put(&mut s.characteristic_years, year.as_ref())?;
        }
        RecognitionEdit::ReportIncident(incident) => {
            known_park(s, &incident.park)?;
            if let Some(id) = &incident.characteristic_park {
                known(s, id)?;
            }
            put(&mut s.incidents, incident.as_ref())?;
        }
        RecognitionEdit::DropIncident { incident } => {
            s.incidents.remove(incident).ok_or(EditError::NameUnchanged)?;
        }
    }
    Ok(Touched::base(s))
}

fn known<'a>(s: &'a Scenario, id: &CharacteristicParkId) -> Result<&'a CharacteristicPark, EditError> {
    s.characteristic_parks.get(id).map(AsRef::as_ref).ok_or_else(|| EditError::NoCharacteristicPark(id.clone()))
}

fn register(s: &mut Scenario, it: &CharacteristicPark) -> Result<(), EditError> {
    if let Some(park) = &it.park {
        known_park(s, park)?;
    }
    if let Some(industry) = &it.industry
        && !s.industries.contains(industry)
    {
        return Err(EditError::NoIndustry(industry.clone()));
    }
    let standing = s.characteristic_parks.get(&it.id).map(|before| (before.recognition, before.level, before.since));
    let (recognition, level, since) = standing.unwrap_or((Recognition::Applied, it.level, it.since));
    put(&mut s.characteristic_parks, &CharacteristicPark { recognition, level, since, ..it.clone() })
}

/// The last step of a characteristic park.
fn last<'a>(s: &'a Scenario, id: &'a CharacteristicParkId) -> Option<&'a RecognitionStep> {
    s.steps_of(id).next_back()
}

fn take_step(s: &mut Scenario, step: &RecognitionStep) -> Result<(), EditError> {
    let it = known(s, &step.characteristic_park)?.clone();
    let rises = step.level < it.level;
    let is_of_level = if it.recognition == Recognition::Recognised && step.leads_higher() {
        rises
    } else {
        step.level == it.level || step.starts()
    };
    if !step.kind.follows(it.recognition) || !is_of_level {
        return Err(EditError::NotNext(step.kind, it.recognition));
    }
    let before = last(s, &it.id);
    if before.is_some_and(|before| step.on < before.on) || step.on < it.since {
        return Err(EditError::BeforeLast(step.on));
    }
    let number = before.map_or(0, |before| before.number).checked_add(1).ok_or(EditError::Exhausted)?;
    let standing = Standing { recognition: it.recognition, level: it.level, since: it.since };
    // A review that keeps the plaque leaves the day of the recognition.
    let recognition = step.kind.leads_to();
    let keeps = recognition == it.recognition && step.level == it.level;
    let since = if keeps { it.since } else { step.on };
    s.characteristic_parks.insert(CharacteristicPark { recognition, level: step.level, since, ..it });
    s.recognition_steps.insert(RecognitionStep { number, before: Some(standing), ..step.clone() });
    Ok(())
}

fn take_back(s: &mut Scenario, id: &CharacteristicParkId) -> Result<(), EditError> {
    let it = known(s, id)?.clone();
    let step = last(s, id).ok_or(EditError::NameUnchanged)?.clone();
    let Some(Standing { recognition, level, since }) = step.before else { return Err(EditError::NameUnchanged) };
    s.recognition_steps.remove(&(id.clone(), step.number));
    s.characteristic_parks.insert(CharacteristicPark { recognition, level, since, ..it });
    Ok(())
}
