import { confirmed } from '../base/elements/dialogs.js';
import { t } from '../base/words.js';

/** Whether it is wanted that this much moves; what moves nothing is not asked about. */
export async function agreed({ orders, voices }) {
  const moved = [
    orders && t('calendars.moves-orders', { count: orders }),
    voices && t('calendars.moves-voices', { count: voices }),
  ].filter(Boolean);
  return (
    moved.length === 0 ||
    confirmed({ title: t('calendars.ask'), text: moved.join(t('space')), go: t('calendars.ask-go') })
  );
}
