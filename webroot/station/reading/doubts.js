import { measure } from '../../base/format.js';
import { t } from '../../base/words.js';
import { isFarOff, readGauge } from './gauges.js';

/** What is asked before a value is taken, in the unit of what is demanded; nothing where it is clear. */
export function doubt(typed, value, demand) {
  const read = readGauge(typed);
  if (read.or !== undefined) {
    return t('station.either', { written: typed, value: String(read.value), or: String(read.or) });
  }
  return isFarOff(value, demand) ? t('station.far-off', { value: measure(value, demand.unit) }) : undefined;
}
