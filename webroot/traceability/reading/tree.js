import { has, language, number, t, wording } from '../../base/words.js';

/** Which way along the edges, and where an answer keeps how far it goes. */
export const WAYS = {
  up: { from: 'output', to: 'input' },
  down: { from: 'input', to: 'output' },
};

const KINDS = ['supplier-lot', 'lot', 'piece'];

export const nodeOf = (tree, id) => tree.nodes.find((node) => node.id === id);

export const address = ({ kind, code }) => `/${kind === 'piece' ? 'pieces' : 'lots'}/${encodeURIComponent(code)}`;

/**
 * What is next to a node: what went into it, or what was made of it. Said several times of the same
 * two, it is one step; how much is known where each time says so in one unit.
 */
export function steps(tree, id, way) {
  const { from, to } = WAYS[way];
  const byNode = new Map();
  for (const edge of tree.edges) {
    if (edge[from] === id) {
      byNode.set(edge[to], [...(byNode.get(edge[to]) ?? []), edge]);
    }
  }
  return [...byNode]
    .map(([next, edges]) => ({ node: nodeOf(tree, next), ...together(edges) }))
    .filter(({ node }) => node)
    .sort(byKindAndCode);
}

function together(edges) {
  const units = new Set(edges.map(({ unit }) => unit));
  const counted = edges.every(({ amount }) => amount !== undefined) && units.size === 1;
  const [unit] = units;
  return counted ? { amount: edges.reduce((sum, { amount }) => sum + amount, 0), unit } : {};
}

function byKindAndCode(one, other) {
  const kinds = KINDS.indexOf(one.node.kind) - KINDS.indexOf(other.node.kind);
  return kinds || one.node.code.localeCompare(other.node.code, language(), { numeric: true });
}

/** How much of something, in its unit; pieces where it has none. */
export function amount(value, unit = 'pieces') {
  return has(`trace.unit.${unit}`) ? t(`trace.unit.${unit}`, { count: value }) : `${number(value)} ${unit}`;
}

/** How many of each kind, as one text; nothing where there are none. */
export function counted({ lots = 0, supplierLots = 0, pieces = 0 }) {
  return [
    ['trace.pieces', pieces],
    ['trace.lots', lots],
    ['trace.supplier-lots', supplierLots],
  ]
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(key, { count }))
    .join(t('comma'));
}

export const total = ({ lots, supplierLots, pieces }) => lots + supplierLots + pieces;

/** What is not known, a sentence each. */
export function gaps({ missing, unknownLots, unknownPieces }) {
  const unknown = counted({ lots: unknownLots, pieces: unknownPieces });
  return [
    ...(unknown ? [t('trace.unknown', { what: unknown })] : []),
    ...missing.map(({ made, used, anything, nodes }) =>
      t(anything ? 'trace.missing' : 'trace.no-origin', {
        count: nodes,
        made: made ? wording(made) : t('trace.something'),
        used: used ? wording(used) : t('trace.something'),
      }),
    ),
  ];
}
