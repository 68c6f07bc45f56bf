import { number, t } from '../words.js';

const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?$/;
const TYPED = /^(?:(\d+(?:[.,]\d+)?)\s*(?:h|小时|时))?\s*(?:(\d+)\s*(?:min|m|分钟|分))?$/i;
const HOURS = /^\d+(?:[.,]\d+)?$/;

const minutesOf = (text = '') => {
  const [, days = 0, hours = 0, minutes = 0] = ISO.exec(text) ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
};

/** A working time as it is typed and read, "1 h 30 min", of one like `PT1H30M`. */
export function timeText(iso) {
  const minutes = minutesOf(iso);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 && t('time.h', { h: number(hours) }), rest > 0 && t('time.min', { min: rest })];
  return parts.filter(Boolean).join(t('space'));
}

/** What was typed as the server reads it, "4", "4 h" or "30 min"; nothing where it cannot be read. */
export function timeIn(text) {
  const plain = text.trim();
  const [, hours, minutes] = HOURS.test(plain) ? [, plain] : TYPED.exec(plain) ?? [];
  const all = Math.round(Number((hours ?? '0').replace(',', '.')) * 60) + Number(minutes ?? 0);
  if (plain === '' || !(all > 0)) {
    return undefined;
  }
  const [h, m] = [Math.floor(all / 60), all % 60];
  return `PT${h ? `${h}H` : ''}${m ? `${m}M` : ''}`;
}
