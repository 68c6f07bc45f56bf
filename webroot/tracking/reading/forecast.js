import { date } from '../../base/format.js';
import { number, t } from '../../base/words.js';

/** Whether a range comes from what others took, and so knows of silence. */
export const isLearned = ({ forecast, forecastFrom }) => Boolean(forecast && forecastFrom?.learned);

/** By when half of such orders are ready, and by when nine of ten are, as one sentence. */
export function sharesReady(key, { likely, latest }, month) {
  return likely === latest
    ? t(`${key}-one`, { date: date(latest, month) })
    : t(key, { half: date(likely, month), most: date(latest, month) });
}

/** What a range rests on and how such ranges did, as sentences. */
export function restsOn({ learned, finished, open, because, ranges, rangesAtStage } = {}) {
  return [
    because && t(`forecast.because-${because}`),
    learned && t('forecast.of-orders', { finished: number(finished), open: number(open) }),
    !learned && (finished === undefined ? t('forecast.plan') : t('forecast.plan-so-far', { count: finished })),
    ranges && t('forecast.held', { held: number(ranges.held), judged: number(ranges.judged) }),
    ranges && rangesAtStage && t('forecast.held-at-stage', rangesAtStage),
  ].filter(Boolean);
}
