import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/business-steps-page.js';
import { businessSteps } from '../requests.js';

await speak(() => t('steps.page-title'));
if (await person()) {
  try {
    show('business-steps-page', { steps: await businessSteps() });
  } catch (problem) {
    fail(problem);
  }
}
