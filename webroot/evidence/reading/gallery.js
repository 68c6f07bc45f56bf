/** What was seen at a stage of a line, or of one of its requirements: the newest first. */
export const seenAt = (rows, { line, stage, requirement }) =>
  rows
    .filter((row) => row.line === Number(line) && row.stage === stage)
    .filter((row) => requirement === undefined || row.requirement === requirement)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at) || (one.key < other.key ? -1 : 1));

/** What somebody asked to be shown there, if anybody waits for it. */
export const askedAt = (asked, { line, stage }) =>
  asked.find((one) => one.line === Number(line) && one.stage === stage);

/** So many stand in a pane; of one more than that, all do. */
export function fewOf(rows, most) {
  return rows.length <= most + 1 ? { shown: rows, more: 0 } : { shown: rows.slice(0, most), more: rows.length - most };
}

/** Which comes next in this direction, from its end to its beginning again. */
export function beside(rows, key, by) {
  const at = rows.findIndex((row) => row.key === key);
  return rows[(at + by + rows.length) % rows.length]?.key;
}

/** How far a finger has to go, in pixels, so that it is a swipe and neither a touch nor scrolling. */
const SWIPE = 48;

/** Which way somebody swiped: 1 to what comes next, -1 back, 0 where that was no swipe. */
export function swiped(from, to) {
  const across = to.x - from.x;
  const isAcross = Math.abs(across) >= SWIPE && Math.abs(across) > 2 * Math.abs(to.y - from.y);
  return isAcross ? -Math.sign(across) : 0;
}
