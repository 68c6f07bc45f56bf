import ICAL from './vendor/ical.min.js';

/**
 * Reads calendars as ical.js understands them: a JSON array of texts comes in, and an array of what their events
 * are goes out, each occurrence as seconds since 1970. It is asked by a test of ours (IndependentReaderIT).
 */
const MOST = 600;

function events(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const all = calendar.getAllSubcomponents('vevent');
  const masters = all.filter((one) => !one.hasProperty('recurrence-id'));
  const exceptions = all.filter((one) => one.hasProperty('recurrence-id'));
  return {
    method: calendar.getFirstPropertyValue('method'),
    standards: calendar.getFirstSubcomponent('vtimezone').getAllSubcomponents('standard').length,
    daylights: calendar.getFirstSubcomponent('vtimezone').getAllSubcomponents('daylight').length,
    summary: all[0].getFirstPropertyValue('summary'),
    description: all[0].getFirstPropertyValue('description'),
    attendees: all.flatMap((one) => one.getAllProperties('attendee').map((who) => who.getFirstValue())),
    times: masters.length === 0 ? exceptions.map(alone) : masters.flatMap((one) => occurrences(one, exceptions)),
  };
}

const span = (startDate, endDate) => [startDate.toUnixTime(), endDate.toUnixTime()];

function alone(component) {
  const event = new ICAL.Event(component);
  return span(event.startDate, event.endDate);
}

function occurrences(component, exceptions) {
  const event = new ICAL.Event(component, { exceptions });
  if (!event.isRecurring()) {
    return [span(event.startDate, event.endDate)];
  }
  const times = [];
  const dates = event.iterator();
  for (let date = dates.next(); date && times.length < MOST; date = dates.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(date);
    times.push(span(startDate, endDate));
  }
  return times;
}

const chunks = [];
for await (const chunk of process.stdin) {
  chunks.push(chunk);
}
process.stdout.write(JSON.stringify(JSON.parse(Buffer.concat(chunks).toString('utf8')).map(events)));
