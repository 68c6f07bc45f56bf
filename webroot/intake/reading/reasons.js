import { t } from '../../base/words.js';

/** What the server says of rows and files, as it says it; `{name}` stands for what differs. */
export const SENTENCES = {
  empty: 'is empty',
  whole: '“{value}” is not a whole number from 0 to {most}',
  amount: '“{value}” is not a number such as 120 or 120.5',
  decimal: '“{value}” is not a number such as 3325 or 0.25',
  date: '“{value}” is not a date such as 2026-12-15, 15.12.2026 or 12/15/2026',
  'two-days':
    '“{value}” may be {one} or {other}: say which format its column has, day.month.year or month/day/year',
  'other-format':
    '“{value}” is not in the format of its column; formats are year-month-day, day.month.year and month/day/year',
  time: '“{value}” is not a time such as 2026-12-15T07:30, 15.12.2026 07:30 or 12/15/2026 07:30',
  'yes-no': '“{value}” must be yes or no',
  'no-requirement': 'belongs to a requirement, but this row has none',
  contradicts: '“{value}” contradicts line {line}: “{said}”',
  'needs-date': 'needs a date in promised_on',
  unit: 'is “{unit}”, but the line is counted in {of}',
  'takes-back': 'takes back more than the row says that it corrects',
  'not-both': 'A row takes pieces back or reports some, not both',
  repeated: 'names another row already, in line {line}',
  doubted: 'may be wrong: line {line} says so, and was refused',
  fields: 'has {count} fields, but the header has {header}',
  'other-time': 'was imported before with a different time: use the same --zone as then',
  'other-time-or-reason':
    'was imported before with a different time, or its reason in other languages: use the same ' +
    '--zone and columns as then',
  'no-company-to-create': 'There is no company “{value}”: add --company-name to create it',
  'near-company': 'No company has the code or the name “{value}”; did you mean “{near}”?',
  'unknown-company': 'No company has the code or the name “{value}”',
  'near-routing': 'No routing has the code or the name “{value}”; did you mean “{near}”?',
  'unknown-routing': 'No routing has the code or the name “{value}”',
  'two-companies': 'Several companies have the name “{value}”: give the code of one, {codes}',
  'two-routings': 'Several routings have the name “{value}”: give the code of one, {codes}',
  'no-company': 'There is no company “{value}”',
  'no-routing': 'There is no routing “{value}”',
  'no-order': 'There is no order “{value}”',
  over:
    'With “{amount}”, {all} of line {line} would have left, and {ordered} were ordered; if ' +
    'that is so, say “overDelivery”',
  rerouted:
    'Line {line} has reports and would move from the routing “{from}” to “{to}”: {why}. To ' +
    'move it all the same, send “moveReported”: true (for files: --move-reported)',
  'not-encoding': '{file} is not {encoding} (line {line}); save it as UTF-8, or say what it is with --encoding',
  'file-no-rows': '{file} has a header but no rows',
  'file-no-sheets': '{file} has no sheets',
  'file-old':
    '{file} is an old workbook (.xls) or has a password: open it in a spreadsheet program, ' +
    'take the password away and save it as .xlsx',
  'file-large': '{file} is larger than 256 MB; split it',
  'file-damaged':
    '{file} cannot be read as an Excel workbook ({why}); open it in a spreadsheet program and ' +
    'save it as .xlsx again',
  'file-empty': '{file} is empty',
  'no-carrier': 'There is no carrier “{value}”: create it first, or give its name in “carrierName”',
  'two-carriers': '“{value}” beside the carrier “{carrier}”: give a code or a name, not both',
  'no-line': 'Order {order} has no line “{line}”',
  'no-work-order': 'Order {order} has no work order “{value}”',
  'cancelled-order': 'Order {order} was cancelled: nothing more of it can leave',
  'cancelled-line': 'Line “{line}” was cancelled: nothing more of it can leave',
  corrected: 'Shipment “{shipment}” said otherwise until now: give the reason, which the customer reads',
  'before-left': '“{value}” is before the day on which it left, {day}',
  'not-come': '“{value}” has not come yet where the plant is: {day}',
  'line-routing': 'A line needs a routing',
  'needs-stage': 'A requirement needs a stage',
  'needs-company': 'An order needs the code of the company that placed it',
  'needs-promise': 'A promise needs a date, or toBeConfirmed: true',
  'min-max': 'The minimum is above the maximum',
  twice: 'The requirement “{value}” appears twice',
  sample: 'The sample must be at least one unit',
  'sheet-error': '“{value}” is an error of the spreadsheet, and no number',
  'lost-digits':
    '“{value}” is what a spreadsheet left of a longer number; its last digits are lost: export ' +
    'it anew, as text',
  never: '“{value}” was never: in {zone} the clock went from {from} to {to}',
  zone: 'Must be a zone such as +02:00 or Asia/Shanghai',
  busy: 'The order is being changed; try again in a second',
  future: 'This time is in the future: check the clock',
  'start-after': 'The start is after the time it happened',
  'several-lines': 'The order has several lines: give the line',
  'not-used': 'Columns not used: {columns}',
  'sheet-read': 'Read the sheet “{sheet}”; there are also {sheets}',
  hidden: 'Hidden rows were read too: {rows}',
};

const patterns = Object.entries(SENTENCES).map(([key, sentence]) => ({
  key: `import.reason.${key}`,
  pattern: new RegExp(`^${sentence.split(/(\{\w+\})/).map(part).join('')}$`, 's'),
}));

/**
 * The same in words of the page: without the names that fields have in the API and flags have at the
 * command line, neither of which stand on a page. What is not known is shown as it was said, in English.
 */
export function reason(said) {
  for (const { key, pattern } of patterns) {
    const found = pattern.exec(said);
    if (found) {
      return { text: t(key, found.groups), language: undefined };
    }
  }
  return { text: said, language: 'en' };
}

function part(text) {
  const [, name] = /^\{(\w+)\}$/.exec(text) ?? [];
  return name ? `(?<${name}>.+?)` : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
