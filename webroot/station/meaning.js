import { isUnreachable } from './reading/reach.js';
import { isDoubled, meant, readScan } from './reading/scans.js';

/**
 * What a scan means: by itself and from the list of work; else the server is asked, and where it is not reached, who
 * was here lately.
 *
 * @param about `{ work, ask(text), knows(badge) }`
 */
export async function meaningOf(text, { work, ask, knows }) {
  const scan = readScan(text);
  if (!['traveller', 'text'].includes(scan.kind)) {
    return scan;
  }
  const here = meant(scan, work);
  if (here.length === 1 && scan.kind === 'traveller') {
    return { kind: 'work', work: here[0] };
  }
  try {
    return await ask(scan.text);
  } catch (problem) {
    return found(here) ?? (await unanswered(scan, problem, knows));
  }
}

function found([work, ...others]) {
  return others.length > 0 ? { kind: 'choices', choices: [work, ...others] } : work && { kind: 'work', work };
}

/** That it may be the same twice is asked last: there are numbers that look so. */
async function unanswered({ text }, problem, knows) {
  if (!isUnreachable(problem)) {
    return { kind: 'unknown', why: 'failed', problem };
  }
  return (await knows(text))
    ? { kind: 'badge', badge: text }
    : { kind: 'unknown', why: isDoubled(text) ? 'doubled' : 'offline' };
}
