import { when } from '../../base/format.js';
import { t } from '../../base/words.js';

export const KINDS = ['odoo', 'erpnext', 'sap-odata-v2', 'sap-odata-v4', 'dolibarr', 'rest', 'csv'];

/** Which of our columns are mapped on the page; others are set over the API. */
export const COLUMNS = {
  orders: ['order', 'company', 'product', 'quantity', 'line_unit', 'promised_on', 'placed_on', 'customer_reference'],
  'plant-log': ['order', 'operation', 'finished_at', 'good', 'rejected', 'scrapped', 'part', 'id'],
};

/** Those that are the same in every row, if anybody says so. */
export const CONSTANTS = {
  orders: ['company', 'routing', 'promise_reason'],
  'plant-log': [],
};

export const kindName = (kind) => t(`connector.kind-${kind}`);

/** How a connector is doing, as a sentence. */
export function standing({ state, fault, failingSince, lastSuccessAt }) {
  if (state === 'failing' || (state === 'working' && fault)) {
    return t('connector.failing', { since: when(failingSince), why: faultSaid(fault) });
  }
  return lastSuccessAt
    ? t(`connector.state-${state}`, { when: when(lastSuccessAt) })
    : t(state === 'paused' ? 'connector.state-paused-new' : 'connector.state-new');
}

/** What is wrong, and what the other system says of it. */
export const faultSaid = ({ kind, sentence }) => t('connector.fault', { kind: t(`connector.fault-${kind}`), sentence });

const LOOKS = { failing: 'bad', new: 'warn', fine: 'good' };

/** What is refused wants looking after, however well the rest goes. */
export const looks = ({ state, records }) => (state === 'fine' && records.refused > 0 ? 'warn' : LOOKS[state]);

/** How many records are how. */
export const counted = ({ taken, refused, gone }) =>
  [
    t('connector.taken', { count: taken }),
    ...(refused > 0 ? [t('connector.refused', { count: refused })] : []),
    ...(gone > 0 ? [t('connector.gone', { count: gone })] : []),
  ].join(t('connector.between'));

/** What a run did, or would do. */
export const ran = (counts) =>
  ['created', 'changed', 'same', 'refused', 'gone']
    .filter((what) => counts[what] > 0)
    .map((what) => t(`connector.ran-${what}`, { count: counts[what] }))
    .join(t('connector.between')) || t('connector.ran-nothing');

/** What is filled in, as the API takes it. */
export function saidIn(filled, before) {
  const text = (name) => filled[name]?.trim() || undefined;
  const { brings } = filled;
  const columns = { ...before?.mapping?.columns };
  const constants = { ...before?.mapping?.constants };
  const isNumbered = brings === 'orders' && !columns.line;
  for (const name of COLUMNS[brings]) {
    put(columns, name, text(`column-${name}`));
  }
  for (const name of CONSTANTS[brings]) {
    put(constants, name, text(`constant-${name}`));
  }
  return {
    name: text('name') ?? '',
    brings,
    settings: {
      kind: filled.kind,
      address: text('address') ?? '',
      resource: text('resource'),
      filter: text('filter'),
      fields: before?.settings.fields ?? [],
      shape: { ...before?.settings.shape, ...shapeIn(text) },
      access: { ...before?.settings.access, name: text('user'), hostKey: text('hostKey') },
      paging: before?.settings.paging,
    },
    mapping: { ...before?.mapping, columns, constants, number: isNumbered ? 'line' : undefined },
    rules: {
      ...before?.rules,
      everyMinutes: Number(filled.everyMinutes),
      whenGone: filled.whenGone,
      paused: filled.paused === 'on',
    },
    secret: filled.secret || undefined,
    version: before?.version,
  };
}

/** Only what is filled in: whatever is left open is what is usual for the kind. */
const shapeIn = (text) =>
  Object.fromEntries(
    [
      ['items', text('items')],
      ['id', text('recordId')],
      ['changed', text('changed')],
      ['lines', text('lines')],
      ['zone', text('zone')],
    ].filter(([, said]) => said !== undefined),
  );

function put(where, name, said) {
  if (said) {
    where[name] = said;
  } else {
    delete where[name];
  }
}
