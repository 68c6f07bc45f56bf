const COUNTED = ['good', 'rejected', 'scrapped'];

/** What of a report may be said otherwise: what it counted or measured, and when it was. */
export const counted = ({ kind }) => (kind === 'progressed' || kind === 'finished' ? COUNTED : []);

/**
 * The report that takes the place of another: the same work at the same place, with what is right;
 * or that it did not happen.
 */
export function correctionOf({ order, event, id }, { happened, values, happenedAt, reason }) {
  const { body, report } = event;
  const { line, stage, operation, requirement, unit, kind, rework, setup, made } = body;
  const place = { order, line, stage, operation, requirement, unit };
  const said = { id, corrects: report.id, ...place, source: 'manual', happenedAt };
  if (!happened) {
    return { ...said, kind: 'withdrawn', reason };
  }
  const began = body.startedAt && Date.parse(body.startedAt) <= Date.parse(happenedAt) ? body.startedAt : undefined;
  return { ...said, kind, rework, setup, made, startedAt: began, reason: reason ?? body.reason, ...values };
}
