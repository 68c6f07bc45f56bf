/** Codes as they are typed into one field: by commas, or each on a line. */
export const listed = (codes = []) => codes.join(', ');

const codes = (text = '') =>
  text
    .split(/[,，、;；\n]+/)
    .map((code) => code.trim())
    .filter(Boolean);

const instant = (local) => (local ? new Date(local).toISOString() : undefined);

/** A moment as a field of the browser has it, where its reader is. */
export function local(moment) {
  if (!moment) {
    return undefined;
  }
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What stands in the form, as it is sent: what is not filled in is not sought. */
export function sought(typed) {
  const text = (name) => typed[name]?.trim() || undefined;
  const groups = {
    serialRange: { from: text('serialRange.from'), to: text('serialRange.to') },
    station: {
      name: text('station.name'),
      from: instant(text('station.from')),
      until: instant(text('station.until')),
    },
    product: { name: text('product.name'), revision: text('product.revision') },
  };
  const said = { lots: codes(typed.lots), supplierLots: codes(typed.supplierLots), ...groups };
  return Object.fromEntries(
    Object.entries(said)
      .map(([name, value]) => [name, Array.isArray(value) ? value : filled(value)])
      .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value)),
  );
}

function filled(group) {
  const parts = Object.entries(group).filter(([, value]) => value !== undefined);
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/** What the form begins with: what is sought now, or else where it showed. */
export function typedAs({ containment, about = {} }) {
  if (containment) {
    const { station, ...rest } = containment.criteria;
    return station
      ? { ...rest, station: { ...station, from: local(station.from), until: local(station.until) } }
      : rest;
  }
  if (about.lot) {
    return { lots: [about.lot] };
  }
  if (about.piece) {
    return { serialRange: { from: about.piece, to: about.piece } };
  }
  return about.station ? { station: { name: about.station } } : {};
}
