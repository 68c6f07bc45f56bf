import { date } from '../../base/format.js';
import { t } from '../../base/words.js';

/** How the calibration of a device stands, as a few words. */
export const standing = ({ state, until }) => t(`device.state-${state}`, { when: until && date(until) });

export const LOOKS = { overdue: 'bad', soon: 'warn', calibrated: 'good' };

/** What is known of a device beside its name. */
export const facts = ({ code, kind, serial, place }) =>
  [code, kind, serial && t('device.serial-of', { serial }), place].filter(Boolean).join(' · ');

/** The kinds and places that are in use, for whoever enters one more. */
export const inUse = (devices, field) => [...new Set(devices.map((one) => one[field]).filter(Boolean))].sort();

/** How many want calibrating, as a sentence; nothing where none does. */
export function sums(devices) {
  const count = (state) => devices.filter((one) => one.state === state).length;
  return ['overdue', 'soon', 'none']
    .map((state) => [state, count(state)])
    .filter(([, several]) => several > 0)
    .map(([state, several]) => t(`devices.sum-${state}`, { count: several }))
    .join(t('space'));
}
