import { has, language, t } from '../words.js';

/**
 * Why something did not work, as a sentence in the viewer's language. `texts` names texts for
 * statuses that mean something particular here, such as `{ 409: 'people.known' }`. The server
 * speaks English; in other languages what it says of a field is told by a text of our own.
 */
export function refusal(problem, texts = {}) {
  const { status, field, retryAfterSeconds } = problem;
  if (problem.wantsProof) {
    return t('refused.unproved');
  }
  if (problem.isFileChanged) {
    return t('refused.file-changed');
  }
  const exactly = `refused.${status}.${field}`;
  if (has(exactly)) {
    return t(exactly);
  }
  if (texts[status]) {
    return t(texts[status]);
  }
  if (status === 429 && retryAfterSeconds) {
    return t(retryAfterSeconds < 90 ? 'refused.wait-seconds' : 'refused.wait-minutes', {
      count: retryAfterSeconds < 90 ? retryAfterSeconds : Math.ceil(retryAfterSeconds / 60),
    });
  }
  if (status === 422 && language() === 'en') {
    return problem.message;
  }
  const own = [`refused.field.${field}`, `refused.${status}`].find(has);
  return own ? t(own) : problem.message;
}
