import { has, t } from '../words.js';

/** Why a promised date moves, and whose side that usually is. */
const CAUSES = {
  capacity: 'ours',
  machine: 'ours',
  staff: 'ours',
  planning: 'ours',
  quality: 'ours',
  'supplier-late': 'supplier',
  'supplier-quality': 'supplier',
  'customer-asked': 'customer',
  'customer-change': 'customer',
  'customer-approval': 'customer',
  'force-majeure': 'force-majeure',
  transport: 'ours',
  other: 'ours',
};

/** Where the customer asked: a new agreement, not a slip. */
export const ASKED = 'customer-asked';

export const causes = () => Object.keys(CAUSES);

export const usualSide = (cause) => CAUSES[cause] ?? 'ours';

/** Only what is the customer's can be said to be on their side. */
export const sidesOf = (cause) =>
  ['ours', 'supplier', 'customer', 'force-majeure'].filter(
    (side) => side !== 'customer' || usualSide(cause) === 'customer',
  );

export const causeName = (cause) => (has(`promise-cause.${cause}`) ? t(`promise-cause.${cause}`) : cause);

export const sideName = (side) => (has(`promise-side.${side}`) ? t(`promise-side.${side}`) : side);

/** Why a date moved, on whose side that is, and who of the customer asked; nothing where nothing was said. */
export function ground({ cause, side, askedBy, offer }) {
  if (!cause) {
    return '';
  }
  const isSaidAnyway = cause === side || cause === 'other' || (cause === ASKED && askedBy);
  const named = isSaidAnyway ? [] : [causeName(cause)];
  const asked = askedBy && t('promise-ground.asked-by', { name: askedBy });
  const agreed = offer && t('promise-ground.agreed');
  return [...named, asked, side && sideName(side), agreed].filter(Boolean).join(t('comma'));
}
