import { t } from '../../base/words.js';

export const REMEDIES = ['part-first', 'faster-freight', 'another-product', 'cancel-free'];
const HOUR = 60;

/** What happens where a date will hardly be kept, as sentences. */
export const datesSaid = ({ riskBelow, decideWithin, answerWithin, remedies, silence }) => [
  t('profile.dates.decide', { chance: riskBelow, count: Math.round((decideWithin / HOUR) * 10) / 10 }),
  t('profile.dates.stands', { count: answerWithin }),
  ...(remedies.length > 0
    ? [t('profile.dates.remedies', { remedies: remedies.map((one) => t(`remedy.${one}`)).join(t('comma')) })]
    : []),
  t(`profile.dates.silence.${silence}`),
];
