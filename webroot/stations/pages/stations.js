import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/stations-page.js';
import { operators, stations } from '../requests.js';

await speak(() => t('stations.page-title'));
if (await person()) {
  try {
    const [all, people] = await Promise.all([stations(), operators()]);
    show('stations-page', { stations: all, operators: people });
  } catch (problem) {
    fail(problem);
  }
}
