import { checkOf } from './check.js';

const COMMANDS = ['START', 'GOOD', 'REJECT', 'HOLD', 'DONE', 'PASS', 'FAIL', 'UNDO'];
const COMMAND = /^VT:([A-Z]+)$/i;
const BADGE = /^VT-BADGE:(.+)$/i;
const TRAVELLER = /^(?:https?:\/\/[^/]+)?(?:\/[^?#]*)?\/t\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)\?c=([0-9a-f]{8})$/i;
const SHORTEST_DOUBLED = 6;

/** What a traveller calls the place on its line: an operation, or the stage where there is only that. */
export const stepOf = ({ operation, stage }) => operation ?? stage;

/** What a scan says by itself, without anybody being asked; `kind: 'text'` where that takes somebody. */
export function readScan(text) {
  const said = text.trim();
  const command = COMMAND.exec(said)?.[1].toUpperCase();
  if (COMMANDS.includes(command)) {
    return { kind: 'command', command: command.toLowerCase() };
  }
  const badge = BADGE.exec(said)?.[1].trim();
  if (badge) {
    return isDoubled(said) ? { kind: 'unknown', why: 'doubled' } : { kind: 'badge', badge };
  }
  return readTraveller(said) ?? { kind: 'text', text: said };
}

/** A link shows, and taps nothing: of what an address says was scanned, travellers are followed alone. */
export function readAddressed(text) {
  const scan = readScan(text);
  return ['traveller', 'unknown'].includes(scan.kind) ? scan : { kind: 'unknown', why: 'address' };
}

function readTraveller(said) {
  const found = TRAVELLER.exec(said);
  if (!found) {
    return undefined;
  }
  try {
    const [order, line, operation] = found.slice(1, 4).map(decodeURIComponent);
    return checkOf(`${order}\n${line}\n${operation}`) === found[4].toUpperCase()
      ? { kind: 'traveller', order, line: Number(line), step: operation, text: said }
      : { kind: 'unknown', why: 'check' };
  } catch {
    return { kind: 'unknown', why: 'check' };
  }
}

/** Whether a scanner sent the same twice in one: then nobody knows what is meant. */
export function isDoubled(text) {
  const half = text.length / 2;
  return text.length >= SHORTEST_DOUBLED && Number.isInteger(half) && text.slice(0, half) === text.slice(half);
}

/** Numbers as people type them: full-width forms, case and blanks do not matter. */
export const plainly = (text) => String(text ?? '').normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** Stations, travellers and reports may write one operation in different letters. */
const isNamed = (one, step) => plainly(stepOf(one)) === plainly(step) || one.stage === step;

/** What of this station's work a traveller or a typed number means. */
export function meant(scan, work) {
  if (scan.kind === 'traveller') {
    return work.filter((one) => one.order === scan.order && one.line === scan.line && isNamed(one, scan.step));
  }
  const wanted = plainly(scan.text);
  return work.filter((one) => [one.order, `${one.order}/${one.line}`].some((name) => plainly(name) === wanted));
}
